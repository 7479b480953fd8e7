"""Words that a full stop shortens, sorted by what may follow them: a tokenizer and a sentence splitter need both."""

import re

_SPACE = "[ \u00a0\u202f]"


def _dotted(words: str) -> frozenset[str]:
    return frozenset(f"{word}." for word in words.split())


#: an abbreviation only before a figure, a Roman number or a letter: « art. 5 », « t. II », « art. L. 321 », « bât. B »
_NUMBERED = "art Art vol fig chap t no éq sect livr pl tab ann th alin bât esc appt coul tabl v"
#: only before a figure or a small letter: « dim. 6 fév. 1992 »; « 1er juil. » may end a sentence
_DAYS, _MONTHS = "lun mar ven sam dim", "janv févr fév avr juil juill sept oct nov déc"
#: only after a figure and before a small letter: « 20 cl. de lait », « en 10 min. environ »
_UNITS = "km hm m dm cm mm kg g mg l cl dl ml h min sec j pers max"
#: only before a small letter: « 4 °C max. dans une boîte »
_CUT = "max min c nat inéd sem"

#: a name follows: none of these ends a sentence
BEFORE_NAME = _dotted(
    "M MM Mr Mrs Me Mgr Mlle Mlles Mme Mmes Dr Drs Pr Prof Pdt Sgt Cdt Cne Lt Gal Gén St Ste Sté Ets Éts Vve"
)
_BEFORE_MORE = _dotted(
    "Acad approx apr assoc av bd boul cf Cf chap c-à-d coll dir éd env ex Ex fig Inst op p pp réf resp tél Tél trad "
    "univ Univ Vol No vs"
)
#: something follows that they announce: none of these ends a sentence either
BEFORE_MORE = _BEFORE_MORE | _dotted(f"{_NUMBERED} {_DAYS} {_MONTHS}")
#: all that may end a sentence: what follows decides
FINAL = _dotted("adj al arr dép dépt etc Etc hab ibid Inc Jr Ltd s sq suiv")

#: one token wherever they stand; not what is also a word at the end of a sentence (« de l'art. », « un vol. »)
ALWAYS = tuple(sorted(BEFORE_NAME | _BEFORE_MORE | FINAL))


def _among(words: str) -> str:
    return "|".join(sorted(words.split(), key=len, reverse=True))


#: an abbreviation by its surroundings, from its first letter to its full stop
SHORTENED = re.compile(
    rf"(?<![\w.-])(?:(?:{_among(_NUMBERED)})\.(?={_SPACE}?(?:\d|[IVXLC]+\b|\(\d|[A-Z]\b))"
    rf"|(?<=\d{_SPACE})(?:{_among(_UNITS)})\.(?={_SPACE}[a-zà-ÿœ])"
    rf"|(?:{_among(f'{_DAYS} {_MONTHS}')})\.(?={_SPACE}?(?:\d|[a-zà-ÿœ]))"
    rf"|(?:{_among(_CUT)})\.(?={_SPACE}[a-zà-ÿœ]))"
)
