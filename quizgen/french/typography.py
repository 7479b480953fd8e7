"""French typography: no-break spaces, capitals, final marks, quotation marks."""

import re
import unicodedata

NO_BREAK = "\u00a0"
_SPACES = re.compile(r"[ \t\r\n\f\v]+")
_ANY_SPACES = r"[\s\u00a0\u202f\u2009]"
_BEFORE_LOW = re.compile(rf"(?<=\S){_ANY_SPACES}+(?=[,.](?:\s|$|[»”)]))")
_BEFORE_HIGH = re.compile(rf"(?<=[^\s\u00a0\u202f?!]){_ANY_SPACES}*([?!]+|[;:])(?=\s|$|[»”)\]])")
_OPENING = re.compile(rf"«{_ANY_SPACES}*")
_CLOSING = re.compile(rf"{_ANY_SPACES}*»")
_PERCENT = re.compile(rf"(?<=\d){_ANY_SPACES}*%")
# A closing quotation mark may stand after the mark that ends the sentence: « Oui. »
_ENDED = re.compile(rf"[.!?…](?:{_ANY_SPACES}*[»”\"])?$")
_END_MARKS = re.compile(rf"(?:{_ANY_SPACES}|[.,;:?!…])+$")
_ABBREVIATION = re.compile(
    r"(?:\b(?:[Ee]tc|M|MM|Dr|St|Jr|Sr|Inc|Corp|Ltd|Co|av|apr|env)|\b(?:[A-Za-z]\.-?)+[A-Za-z])\.$"
)
_HEAD = re.compile(r"[^\w]*([^\W_]+)(['’]?)")


def sentence(text: str) -> str:
    """The text with a capital and French spacing; its final mark is kept, once."""
    return _capital(_spaced(re.sub(r"([?!.,;:])\s*(?:\1\s*)+$", _one_mark, text.strip())))


def question(text: str) -> str:
    """The text as a question: capital, one « ? » after a no-break space."""
    return f"{_capital(_spaced(_unended(text)))}{NO_BREAK}?"


def answer(text: str) -> str:
    """A key as printed: capital, and a full stop unless it ends with . ! ? or …"""
    printed = sentence(text)
    return printed if not printed or _ENDED.search(printed) else _END_MARKS.sub("", printed) + "."


def option(text: str) -> str:
    """A choice as printed: capital, no full stop (that of an abbreviation stays)."""
    printed = sentence(text)
    if _ABBREVIATION.search(printed) or printed.endswith("…"):
        return printed
    return re.sub(rf"{_ANY_SPACES}*[.,;:]+$", "", printed)


def quote(text: str) -> str:
    """« text » with no-break spaces; the quotation marks inside become “ ”."""
    inner = _spaced(text.strip())
    outer = re.fullmatch(r"«([^«»]*)»|“([^“”]*)”|\"([^\"]*)\"", inner)
    if outer:
        inner = next(group for group in outer.groups() if group is not None)
    inner = re.sub(rf"«{_ANY_SPACES}*(.*?){_ANY_SPACES}*»", r"“\1”", inner.strip(f" {NO_BREAK}"))
    inner = re.sub(r'"([^"]*)"', r"“\1”", inner)
    return f"«{NO_BREAK}{inner}{NO_BREAK}»"


def uncapital(text: str, proper: bool) -> str:
    """The text as it stands inside a sentence: its first word loses its capital unless it is a name or an acronym."""
    head = _HEAD.match(text)
    if not head or proper:
        return text
    word, apostrophe = head.groups()
    if not word[0].isupper() or (any(letter.isupper() for letter in word[1:]) and not apostrophe):
        return text
    place = head.start(1)
    return text[:place] + text[place].lower() + text[place + 1 :]


def same(a: str, b: str) -> bool:
    """Whether two texts differ at most in case, spaces and the form of their apostrophes; accents count."""
    return _folded(a) == _folded(b)


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFC", text).replace("’", "'").casefold()
    return re.sub(rf"{_ANY_SPACES}+", " ", plain).strip()


def _spaced(text: str) -> str:
    """Single spaces; none before , and . ; a no-break one inside « » and before ? ! : ; %"""
    text = _SPACES.sub(" ", text.strip())
    text = _BEFORE_LOW.sub("", text)
    text = _BEFORE_HIGH.sub(rf"{NO_BREAK}\1", text)
    text = _OPENING.sub(f"«{NO_BREAK}", text)
    text = _CLOSING.sub(f"{NO_BREAK}»", text)
    return _PERCENT.sub(f"{NO_BREAK}%", text)


def _one_mark(marks: re.Match[str]) -> str:
    """« ?? » → « ? », but three points are an ellipsis."""
    return "…" if marks[1] == "." and len(marks[0]) > 2 else marks[1]


def _unended(text: str) -> str:
    """The text without its final marks; the point of an abbreviation stays."""
    text = re.sub(rf"(?:{_ANY_SPACES}|[?!,;:…])+$", "", text)
    return text if _ABBREVIATION.search(text) else _END_MARKS.sub("", text)


def _capital(text: str) -> str:
    """A capital on the first letter, but not on « iPhone » nor on an address."""
    head = _HEAD.match(text)
    if not head or re.match(r"\w+://|www\.", text):
        return text
    word, apostrophe = head.groups()
    place = head.start(1)
    if not apostrophe and word[0].islower() and any(letter.isupper() for letter in word[1:3]):
        return text
    return text[:place] + text[place].upper() + text[place + 1 :]
