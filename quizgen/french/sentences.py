"""Where a French sentence surely begins, where it surely does not, and what only a parser can tell.

Conventions: a line break ends a sentence, a colon or a semicolon does not. Sentences inside a quotation are sentences;
the closing quote, a footnote's mark or an emoji belongs to the one before it, an incise in small letters
(« Où ? » dit-il.) too, a dash or the number of a list (1.) to the one after it.
"""

import re

import numpy as np
from spacy.attrs import SENT_START
from spacy.tokens import Doc

from quizgen.french.abbreviations import BEFORE_MORE, BEFORE_NAME, FINAL
from quizgen.french.gaps import Next, Words, are_apart, read
from quizgen.french.language import norm

#: spaCy's codes for SENT_START
_CODES = {True: 1, False: -1, None: 0}
#: names that end with an exclamation mark of their own
_LOUD = frozenset(["yahoo", "wham", "jeopardy"])

_INITIAL = re.compile(r"(?:[^\W\d_a-z]\.-?)+$")
_ITEM = re.compile(r"\d{1,2}|[a-zA-Z]|[IVX]+")
_VOWEL = re.compile("[aeiouyàâäéèêëîïôöùûüœæ]", re.I)
#: letters: longer words are hardly cut short
_LONGEST_CUT = 4
#: words before the full stop of « LISETTE, à part. — Ciel ! »
_LONGEST_NAME = 6
#: after these a lone letter is no name: « le plan B. », « la vitamine C. »
_LETTERED = frozenset(
    """
    annexe bâtiment bloc catégorie classe division escalier figure formule gare groupe hépatite lettre ligne niveau
    option plan point porte poule produit série station type vitamine zone
    """.split()
)
#: after « le », « pour », « chez » … a capital is a name, though an ellipsis stands between: « à… Paris »
_LEADING = frozenset(
    """
    à au aux avec chez de des du d' dans en entre et l' la le les leur ma mon ou par pour que qu' sa sans ses son sous
    sur ta ton un une vers votre notre
    """.split()
)


def preset(doc: Doc) -> None:
    """Set `is_sent_start` to True or False where rules can tell, and leave the rest to the parser."""
    text = read(doc)
    codes = np.zeros(len(doc), dtype=np.int64)
    for here, word in enumerate(text.words):
        decision = True if here == 0 else _decide(text, here)
        text.starts.append(decision)
        if here:
            codes[word.i] = _CODES[decision]
    if len(text.words) > 1:  # all at once: spaCy looks the whole document over before it sets one token
        doc.from_array([SENT_START], codes.astype(np.uint64))  # type: ignore[arg-type]  # it takes arrays


def _decide(text: Words, here: int) -> bool | None:
    """Whether a sentence starts at the word `here`, None where the rules cannot tell."""
    if text.broken[here]:
        return True
    role, before = text.roles[here], text.roles[here - 1]
    if role == before == "stop" and are_apart(text.words, here - 1):
        return None  # « Rien. … », « Quoi ? .. »
    if role in {"close", "inside", "stop", "mark"} or before in {"open", "dash"}:
        return False
    if _is_item_number(text, here - 1):
        return False
    if "cut" in {role, before}:
        return _beside_a_cut(text, here)
    last = _last(text, here)
    return False if last < 0 else _after(text, last, Next(text, here))


def _last(text: Words, here: int) -> int:
    """The place of what ends the words before `here`, closing signs and marks left out; -1 where there is none."""
    last = here - 1
    while last >= 0 and text.roles[last] in {"close", "mark"}:
        last -= 1
    return last


def _after(text: Words, last: int, following: Next) -> bool | None:
    word = text.words[last].text
    if text.roles[last] == "stop":
        if following.bracketed:
            return _bracket(text, following)
        if not word.strip("."):
            return _after_dots(text, last, following) if len(word) > 1 else _after_full_stop(text, last, following)
        return _after_dots(text, last, following) if "…" in word else _after_tall_sign(text, last, following)
    if word.endswith(".") and len(word) > 1:
        return False if following.bracketed else _after_abbreviation(text, last, following)
    return _after_no_stop(text, last, following)


def _after_full_stop(text: Words, last: int, following: Next) -> bool | None:
    stopped, before = (text.words[place].text if place >= 0 else "" for place in (last - 1, last - 2))
    if following.numbered:
        return True
    if following.small:
        # « 4 cyl. en ligne » and « la fin. » dit-il go on; after a longer word somebody may write without capitals
        return False if following.closed or (_is_short(stopped) and not following.dashed) else None
    if following.dashed and _is_speaker(text, last):
        return False
    unit = before[-1:].isdigit() or before == "/"
    if not unit and (_is_consonants(stopped) or (following.figure and _is_short(stopped))):
        return None
    return True if following.plain else None


def _after_tall_sign(text: Words, last: int, following: Next) -> bool | None:
    """After ? and !: « Où ? » dit-il, « Ah ! quel jour » go on, « Où ? Là. » does not."""
    if following.small:
        return False
    if last and text.words[last - 1].text.lower() in _LOUD and not text.words[last - 1].whitespace_:
        return following.begins
    if _is_aside(text, following) or (following.dashed and _is_within_dashes(text, following.here)):
        return None
    return True if following.plain else None


def _after_dots(text: Words, last: int, following: Next) -> bool | None:
    if following.small or text.starts[last] is not False or text.roles[last - 1] == "open":
        return False
    if following.begins or following.dashed:
        return True
    if following.figure or norm(text.words[last - 1].text) in _LEADING:
        return None
    return None if _is_aside(text, following) else True


def _after_abbreviation(text: Words, last: int, following: Next) -> bool | None:
    word = text.words[last].text
    if following.small or (following.dashed and not following.capital):
        return False
    if word in BEFORE_NAME | BEFORE_MORE:
        return None if following.closed else False
    if word in FINAL:
        return None if following.figure or _is_aside(text, following) else True
    if _INITIAL.match(word):
        return _after_initials(text, last, following)
    return None


def _after_initials(text: Words, last: int, following: Next) -> bool | None:
    word, before = text.words[last].text, text.words[last - 1].text if last else ""
    if word == "J.-C.":
        return True
    if text.starts[last]:
        return False  # « A. Présentation », « J. K. Marlowe »
    alone, joined = len(word) == 2, "-" in word
    if following.begins or following.numbered or (before in _LETTERED and alone):
        return True
    if following.either and not joined:
        return (None if before in _LEADING else False) if alone else (True if len(word) > 4 else None)
    return False if alone or joined else None


def _after_no_stop(text: Words, last: int, following: Next) -> bool | None:
    """A heading, an item or a careless writer gives no full stop; otherwise the sentence goes on."""
    sign = text.words[last].text
    if following.dashed and following.apart and (sign in {";", ":"} or text.words[following.here].text == "-"):
        return None
    if sign in {",", ":"} or not following.capital or text.roles[following.here] == "open":
        return False
    if text.bracketed[following.here]:
        return False
    if sign == ";":
        return None if following.begins or following.either else False
    if text.roles[following.here - 1] == "mark" and following.begins:
        return True
    within = norm(sign) in _LEADING or f"{sign}." in BEFORE_NAME  # « à Paris », « dans Le Monde », « Mme Roy »
    return False if following.lone or within else None


def _bracket(text: Words, following: Next) -> bool | None:
    """« (Il sourit.) » is a sentence, « (AFP) » is none; the parser tells where the brackets do not."""
    closing = text.partner.get(following.here)
    if following.small or following.figure:
        return False
    if closing is None:
        return None
    return True if text.roles[closing - 1] == "stop" else (False if following.closed else None)


def _beside_a_cut(text: Words, here: int) -> bool | None:
    """« (…) » at the start of a sentence belongs to it, elsewhere it is like an ellipsis."""
    if text.roles[here - 1] != "cut":
        last = _last(text, here)
        return last >= 0 and text.roles[last] == "stop" and not Next(text, here).small
    if text.roles[here] == "cut" or text.starts[here - 3]:
        return False
    following = Next(text, here)
    return following.capital and (following.begins or None)


def _is_aside(text: Words, following: Next) -> bool:
    """Whether the words before end with a bracket that was opened inside a sentence: « le film (enfin !) Dupont »."""
    opening = text.partner.get(following.here - 1)
    return opening is not None and text.words[opening].text in "([" and text.starts[opening] is False


def _is_within_dashes(text: Words, here: int) -> bool:
    """Whether a dash of the same sentence waits for its second one: « le vieux — quel homme ! — Paul »."""
    place = here - 1
    while place > 0 and text.starts[place] is False and text.roles[place] != "dash":
        place -= 1
    return text.roles[place] == "dash" and text.starts[place] is False


def _is_item_number(text: Words, place: int) -> bool:
    """Whether the sign at `place` ends the number of an item, « 1. » or « a) », at the start of a sentence."""
    if place < 1 or text.words[place].text not in {".", ")"} or not text.starts[place - 1]:
        return False
    return _ITEM.fullmatch(text.words[place - 1].text) is not None


def _is_speaker(text: Words, last: int) -> bool:
    """Whether a full stop closes the name in a play or the number of a law: « LISETTE, à part. — », « Art. 2. - »."""
    first = last - 1
    while first > 0 and text.starts[first] is False and last - first < _LONGEST_NAME:
        first -= 1
    name = text.words[first].text
    return bool(text.starts[first]) and (name in {"Art.", "Article"} or (len(name) > 1 and name.isupper()))


def _is_short(word: str) -> bool:
    """Whether a word may be one cut short: « cyl », not « -il » nor « UNC »."""
    return len(word) <= _LONGEST_CUT and word.isalpha() and word.islower()


def _is_consonants(word: str) -> bool:
    """Whether a word looks cut short: « Bd », « rgt », not « CNRS »."""
    return word.isalpha() and not word.isupper() and not _VOWEL.search(word)
