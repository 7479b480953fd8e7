"""French for spaCy under our own language code, `fr_quizgen`.

`spacy.lang.fr` compiles a huge regular expression on import (3 to 4 s). These rules are ours, small,
and follow the surface tokens of the UD French treebanks: « du » and « des » stay one token, « l' » and
« -t-il » are tokens of their own, « 10 000 » is one number.
"""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from confection import Config
from spacy.attrs import LIKE_NUM, NORM, ORTH, PREFIX, SHAPE, SUFFIX
from spacy.lang.lex_attrs import word_shape
from spacy.language import BaseDefaults, Language
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex, registry

from quizgen.french.abbreviations import ALWAYS, SHORTENED

_LOWER = "a-zà-öø-ÿœğıńňśşšćčęěłőůűźżž"
_UPPER = "A-ZÀ-ÖØ-ÞŒ"
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉"
_APOSTROPHE = "['’]"
_SPACES_IN_NUMBERS = " \u00a0\u202f\u2009"

_OPENING = r"[«»“”„\"\[(\{<…,;:!?=|•·*§¿¡—–]"
_CLOSING = r"[«»“”„\"\]\}>…,;:!?=|*—–]"

# « l'on », « presqu'île » and « c'est-à-dire » are one token in the treebanks; N'Djamena and M'Bappé are names.
_ELISION = (
    rf"(?!c{_APOSTROPHE}est-à-dire)(?!l{_APOSTROPHE}on\b)(?!presqu{_APOSTROPHE}[iî]le)"
    rf"(?:[cçdjlmnst]|[CÇDJLST]|[MN](?={_APOSTROPHE}(?:[{_LOWER}]|EST\b))|(?:[Jj]us|[Ll]ors|[Pp]uis|[Qq]uoi|[Pp]res)?qu|Qu|QU)"
    rf"{_APOSTROPHE}(?=[\w«“\"(])"
)
_CLITICS = [
    r"(?<=\w)-(?:t-)?(?:ils?|elles?|on)",
    r"(?<=\w)-(?:T-)?(?:ILS?|ELLES?|ON|CE|JE|VOUS)",
    r"(?<=\w)-(?:je|tu|nous|vous|moi|toi|lui|leur|le|la|les|y|en|ce)",
    r"(?<=\w)(?<!elui)(?<!elle)(?<!eux)(?<!elles)(?<!par)-(?:là|ci)",
]

_INITIALS = re.compile(rf"(?:[{_UPPER}]\.-?)+(?:[{_UPPER}](?:\.|$))?$")

_NUMBER_GROUPS = re.compile(rf"(?<![\w.,])\d{{1,3}}(?:[{_SPACES_IN_NUMBERS}]\d{{3}})+(?:,\d+)?(?!\d)")

#: what stands for one token though its pieces are tokens elsewhere
_JOINED = (_NUMBER_GROUPS, SHORTENED)

_PLAIN = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "œ": "oe",
        "Œ": "Oe",
        "æ": "ae",
        "Æ": "Ae",
        "ʼ": "'",
        "«": '"',
        "»": '"',
        "“": '"',
        "”": '"',
        "„": '"',
        "–": "-",
        "—": "-",
        "‑": "-",
        "\u00a0": " ",
        "\u202f": " ",
        "\u2009": " ",
    }
)

_WHOLE = ("rendez-vous", "Rendez-vous", "va-t-en-guerre", "--", "...", "n°", "N°", "qu'en-dira-t-on", "qu’en-dira-t-on")

_NUMBER_WORDS = frozenset(
    """
    zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt
    trente quarante cinquante soixante septante huitante octante nonante cent cents mille million millions
    milliard milliards vingts
    """.split()
)


def plain(text: str) -> str:
    """Return `text` as a typewriter prints it: plain apostrophes, quotes, dashes and spaces, « oe » for « œ »."""
    return text.translate(_PLAIN)


def norm(text: str) -> str:
    """Return the form under which the model knows a word: typewriter signs, lower case."""
    return plain(text).lower()


def like_num(text: str) -> bool:
    """Tell whether `text` is a French number, in digits (« 10 000 », « 9,5 ») or in words (« vingt-deux »)."""
    bare = plain(text).lower().lstrip("+-")
    if re.sub(r"[\s.,/]", "", bare).isdigit():
        return True
    return bool(bare) and all(part in _NUMBER_WORDS or part == "et" for part in bare.split("-")) and bare != "et"


_PREFIXES = [
    _ELISION,
    _OPENING,
    r"\.\.+",
    rf"\.(?=[{_UPPER}])",
    r"--+",
    # A dash glued to its word opens dialogue and lists (« -Oui »); « -il » and « -5 » keep theirs.
    rf"-(?=[{_LOWER}{_UPPER}])(?!-(?:t-)?(?:ils?|elles?|on|je|tu|nous|vous|moi|toi|ce|là|ci)$)",
    r"['‘’](?=\w\w)(?!['’]ya\b)",
    r"[$€£](?=\d)",
    r"[nN]°(?=\d)",
    # A space lost after a title, as in pasted articles: « M.Dupont ».
    rf"(?:MM?|Mme|Mlle|Dr|Me|Mgr|Pr)\.(?=[{_UPPER}][{_LOWER}])",
]
_SUFFIXES = [
    _CLOSING,
    # « étudiant(e)s », « contagieux(se) »: a bracket opened inside a word closes inside it.
    r"(?<!\(\w)(?<!\(\w\w)(?<!\(\w\w\w)\)",
    r"\.\.+",
    r"--+",
    r"(?<=\w)-",
    r"(?<=\d)(?:%|€|\$|£|°C|h)",
    *_CLITICS,
    rf"(?<=[{_LOWER}\d%»”\"'’,;)\]°€${_RAISED}])\.",
    rf"(?<=[{_UPPER}{_RAISED}\d°][{_UPPER}\d])\.",
    rf"(?<=[{_LOWER}\d.!?][{_LOWER}\d.!?])(?<!qu)['’]",
    # The mark of a footnote after the end of a sentence: « fin.² »; « m² » keeps its own.
    rf"(?<=[.!?»])[{_RAISED}]+",
]
_INFIXES = [
    r"\.\.+|…|[«»“”„\"—]",
    rf"(?<=[{_LOWER}])–(?=[{_LOWER}])",
    r"(?<=[\w)])--+(?=\w)",
    rf"(?<=[{_LOWER}{_UPPER}])[,;:](?=[{_LOWER}{_UPPER}])",
    # A space lost after the end of a sentence, as in pasted articles: « accrue.Plus ».
    rf"(?<=[{_LOWER})\]»])[.!?](?=[{_UPPER}])",
    rf"(?<=[{_LOWER}][.!?])(?:[CDJLMNST]|Qu){_APOSTROPHE}(?=\w)",
    rf"(?<=\d)[.!?](?=[{_UPPER}][{_LOWER}])",
    # The mark of a footnote: « mot[3] », « 1843.[2] ».
    rf"\.(?=\[\d)|(?<=[{_LOWER}{_UPPER}\d.!?»])\[(?=\d)",
    rf"(?<=[{_LOWER}µ²³])/(?=[{_LOWER}]|[{_UPPER}][{_LOWER}])",
    rf"(?<=[{_UPPER}][{_UPPER}])/(?=[{_UPPER}][{_UPPER}])",
    r"(?<=\d)h(?=\d)|(?<=\bh)-(?=\d)",
    rf"(?<=\w)-[mt]{_APOSTROPHE}(?=(?:en|y)\b)",
]


class QuizgenDefaults(BaseDefaults):
    """Punctuation rules, abbreviations and lexical attributes of `fr_quizgen`."""

    prefixes = _PREFIXES
    suffixes = _SUFFIXES
    infixes = _INFIXES
    tokenizer_exceptions = {word: [{ORTH: word}] for word in (*ALWAYS, *_WHOLE)}  # noqa: RUF012
    token_match = _INITIALS.match
    lex_attr_getters: dict[int, Callable[[str], Any]] = {  # noqa: RUF012  spaCy declares it so
        NORM: norm,
        PREFIX: lambda text: plain(text)[0],
        SUFFIX: lambda text: norm(text)[-3:],
        SHAPE: lambda text: word_shape(plain(text)),
        LIKE_NUM: like_num,
    }
    config = Config({"nlp": {"tokenizer": {"@tokenizers": "quizgen.FrenchTokenizer.v1"}}})


class FrenchTokenizer(Tokenizer):  # type: ignore[misc]  # spaCy types it Any
    """spaCy's tokenizer with our rules, which also keeps « 10 000 » and « art. » before a number together."""

    def __call__(self, text: str) -> Doc:
        """Return the tokens of `text`; `doc.text` is `text` to the letter."""
        doc: Doc = super().__call__(text)
        groups = [doc.char_span(*match.span()) for rule in _JOINED for match in rule.finditer(text)]
        if any(groups):
            with doc.retokenize() as retokenizer:
                for span in groups:
                    if span is not None:
                        retokenizer.merge(span)
        return doc

    # The rules are code: a saved pipeline holds none, so that mending a rule mends every model.
    def to_disk(self, path: str | Path, **kwargs: Any) -> None:
        """Write nothing: the rules stand in this module."""

    def from_disk(self, path: str | Path, **kwargs: Any) -> "FrenchTokenizer":
        """Read nothing: the rules stand in this module."""
        return self

    def to_bytes(self, **kwargs: Any) -> bytes:
        """Return no bytes: the rules stand in this module."""
        return b""

    def from_bytes(self, data: bytes, **kwargs: Any) -> "FrenchTokenizer":
        """Read no bytes: the rules stand in this module."""
        return self


@registry.tokenizers("quizgen.FrenchTokenizer.v1")  # type: ignore[untyped-decorator]
def _create_tokenizer() -> Callable[[Language], FrenchTokenizer]:
    def create(nlp: Language) -> FrenchTokenizer:
        return FrenchTokenizer(
            nlp.vocab,
            rules=QuizgenDefaults.tokenizer_exceptions,
            prefix_search=compile_prefix_regex(_PREFIXES).search,
            suffix_search=compile_suffix_regex(_SUFFIXES).search,
            infix_finditer=compile_infix_regex(_INFIXES).finditer,
            token_match=QuizgenDefaults.token_match,
            url_match=QuizgenDefaults.url_match,
        )

    return create


@registry.languages("fr_quizgen")
class FrenchQuizgen(Language):  # type: ignore[no-untyped-call]
    """The blank French pipeline: `spacy.blank("fr_quizgen")` once this module is imported."""

    lang = "fr_quizgen"
    Defaults = QuizgenDefaults
