"""Elision and contraction: « l'outil », « qu'il », « du studio », « aux artistes », and back.

The h aspiré list stands in data/h_aspire.txt. What begins with a vowel letter and yet elides nothing stands here.
"""

import re
import unicodedata
from functools import cache
from pathlib import Path

_DATA = Path(__file__).with_name("data") / "h_aspire.txt"
_FIRST_WORD = re.compile(r"[^\W_]+")
_APOSTROPHES = "'’"

# « le IVe siècle » is read « le quatrième ».
_ROMAN_ORDINAL = re.compile(r"[IVXLC]+(?:er|ère|ers|ères|e|es|ᵉ|ème|èmes)$")
# Vowel letters that are heard as consonants (the w of « oui »), or words that tradition keeps apart (« onze »).
_NO_ELISION = re.compile(r"(?:onze|onzième\w*|oui|ouais|ouah|ouistitis?|uhlans?|ulul\w*|one|unième)$", re.I)
# « yaourt », « yacht », « le Yémen » keep the article; only these words in y + vowel lose it.
_Y_ELIDING = re.compile(r"y(?:eux|euses?|onne|erres|èvre|eu|ork|onville)?$|y[^aeiouéèêëïôöâùœ]", re.I)
# Acronyms spelt out: « la SNCF », « le HTML » are whole in use, whatever the letter's name sounds like, but for these.
_ELIDING_ACRONYMS = frozenset({"HEC", "HLM"})

_ALWAYS = frozenset({"le", "la", "de", "que", "ne", "se", "je", "me", "te", "jusque", "lorsque", "puisque", "quoique"})
_ETRE = re.compile(r"(?:est|étai\w*|étant|eût|en)\b", re.I)
_AVOIR = re.compile(r"(?:a|aura\w*|avait|ait)\b", re.I)

_CONTRACTED = {
    ("de", "le"): "du",
    ("de", "les"): "des",
    ("à", "le"): "au",
    ("à", "les"): "aux",
    ("de", "lequel"): "duquel",
    ("de", "lesquels"): "desquels",
    ("de", "lesquelles"): "desquelles",
    ("à", "lequel"): "auquel",
    ("à", "lesquels"): "auxquels",
    ("à", "lesquelles"): "auxquelles",
}
# After « de », an indefinite or partitive article falls: « beaucoup de » + « des artistes »; not the « de » of a name.
_SWALLOWED = re.compile(r"des\s+|du\s+|de\s+(?:la\s+|l['’])?(?=[^A-ZÀ-Ý])|(?=d['’][^A-ZÀ-Ý])")
_EXPANDED = {contracted: pair for pair, contracted in _CONTRACTED.items()}
# « Le » with a capital is part of a name (« de Le Pen »), but in these it is still the article (« le maire du Havre »).
_NAMES_WITH_ARTICLE = re.compile(
    r"(?:Havre|Mans|Caire|Cap|Touquet|Creusot|Puy|Pirée|Bourget|Monde|Figaro|Parisien|Point|Louvre|"
    r"Échos|Ulis|Herbiers|Sables|Baux|Andelys|Lilas)\b"
)


def elides(next_word: str) -> bool:
    """Whether « le », « de », « que »… lose their vowel before this text; before figures they never do: « le 11 »."""
    found = _FIRST_WORD.search(next_word)
    if not found or not found[0][0].isalpha() or _ROMAN_ORDINAL.match(found[0]):
        return False
    word = unicodedata.normalize("NFC", found[0])
    letter = word[0].lower()
    if letter == "y":
        return bool(_Y_ELIDING.match(word))
    if letter == "h":
        return _h_is_mute(word)
    plain = unicodedata.normalize("NFD", letter)[0]
    return plain in "aeiouœæ" and not _NO_ELISION.match(word)


def elide(word: str, next_word: str, apostrophe: str = "'") -> str:
    """`word` as it stands before `next_word`: « le » → « l' », « parce que » → « parce qu' », or unchanged."""
    head, last = _split_last(word)
    if not last or not _loses_vowel(last.lower(), next_word):
        return word
    cedilla = last.lower() == "ce" and not _ETRE.match(next_word)
    stem = last[:-1].translate(str.maketrans("cC", "çÇ")) if cedilla else last[:-1]
    return head + stem + apostrophe


def join(*parts: str, contract: bool = True) -> str:
    """The parts with spaces between, elided and contracted at the seams; contract=False where le, les are pronouns."""
    pieces = [piece for part in parts if (piece := part.strip(" "))]
    apostrophe = "’" if any("’" in piece for piece in pieces) else "'"
    text = ""
    # From the right, since « le » must meet « arbre » before « de » meets « le »: de + l'arbre, but du + hêtre.
    for piece in reversed(pieces):
        text = _seam(piece, text, apostrophe, contract) if text else piece
    return text


def strip_preposition(text: str, preposition: str) -> str | None:
    """What follows the preposition: (« du studio », « de ») → « le studio »; None where the text begins otherwise."""
    head, last = _split_last(preposition)
    start = re.match(_spaces_and_apostrophes(head), text, re.I)
    if not start:
        return None
    rest = text[start.end() :]
    first, _, after = rest.partition(" ")
    preposed, article = _EXPANDED.get(first.lower(), ("", ""))
    if preposed == last.lower() and (after or article not in ("le", "les")):
        return f"{article} {after}".strip()
    elided = rf"|{re.escape(last[:-1])}[{_APOSTROPHES}]" if last.lower() in _ALWAYS else ""
    plain = re.match(rf"(?:{re.escape(last)}\s+{elided})(?=\S)", rest, re.I)
    return rest[plain.end() :] if plain else None


def _seam(left: str, right: str, apostrophe: str, contract: bool) -> str:
    """Two pieces as one text."""
    if right[0] in ",.)…" or left[-1] in _APOSTROPHES + "-(":
        return left + right
    if contract and (contracted := _contraction(left, right)):
        return contracted
    elided = elide(left, right, apostrophe)
    return elided + right if elided != left else f"{left} {right}"


def _contraction(left: str, right: str) -> str | None:
    """« du studio » of « de », « le studio »; « d'artistes » of « de », « des artistes »; None if nothing contracts."""
    head, last = _split_last(left)
    preposition = last.lower()
    if preposition not in ("de", "à"):
        return None
    first, _, rest = right.partition(" ")
    contracted = _CONTRACTED.get((preposition, first.lower()))
    if contracted and (first[0].islower() or _NAMES_WITH_ARTICLE.match(rest)):
        return f"{head}{_like(last, contracted)} {rest}".rstrip()
    article = _SWALLOWED.match(right)
    if preposition == "de" and article:
        bare = right[article.end() :]
        return head + bare if re.match(rf"d[{_APOSTROPHES}]", bare) else _seam(left, bare, _apostrophe_of(right), False)
    return None


def _loses_vowel(word: str, next_word: str) -> bool:
    """Whether this very word is one that elides here."""
    if word == "si":
        return bool(re.match(r"ils?\b", next_word))
    if word == "ce":
        return bool(_ETRE.match(next_word) or _AVOIR.match(next_word))
    if word == "quelque":
        return bool(re.match(r"une?s?\b", next_word))
    return word in _ALWAYS and elides(next_word)


def _h_is_mute(word: str) -> bool:
    """Whether a word in h elides; see data/h_aspire.txt for the order of the rules."""
    if word.isupper() and 1 < len(word) <= 5:
        return word in _ELIDING_ACRONYMS
    lower = word.lower()
    best = max((entry for entry in _h_entries() if entry[0].fullmatch(lower)), key=lambda entry: entry[1], default=None)
    return best[2] if best else word[0].islower() and len(word) > 1


@cache
def _h_entries() -> tuple[tuple[re.Pattern[str], int, bool], ...]:
    """The lines of the list: pattern, length, mute."""
    entries = []
    for line in _DATA.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            stem = line.strip("!*")
            pattern = re.compile(re.escape(stem) + (r"\w*" if line.endswith("*") else "(?:e?s?|x)"))
            entries.append((pattern, len(stem), line.startswith("!")))
    return tuple(entries)


def _split_last(text: str) -> tuple[str, str]:
    """A text cut before its last word: (« parce », « que ») with the space kept on the left."""
    cut = max(text.rfind(mark) for mark in " \u00a0-'’") + 1
    return text[:cut], text[cut:]


def _like(model: str, word: str) -> str:
    """`word` with the capital of `model`."""
    return word[0].upper() + word[1:] if model[0].isupper() else word


def _apostrophe_of(text: str) -> str:
    return "’" if "’" in text else "'"


def _spaces_and_apostrophes(text: str) -> str:
    """A pattern for this text that takes either apostrophe and any spaces."""
    return re.sub(r"['’]", f"[{_APOSTROPHES}]", re.sub(r"(?:\\ )+", r"\\s+", re.escape(text)))
