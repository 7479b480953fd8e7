"""A pupil's raw answer made comparable: markup, emoji, look-alike letters, quotation marks set aside."""

import html
import re
import unicodedata

#: words of an answer that are read: what comes after them is not compared
LONGEST = 300
#: letters of other scripts that look like Latin ones (Unicode's confusables, the common ones)
_LOOKALIKES = str.maketrans("аеорсухіјѕԁһАВЕКМНОРСТХІЅαοεΑΒΕΗΙΚΜΝΟΡΤΧΥΖ", "aeopcyxijsdhABEKMHOPCTXISaoeABEHIKMNOPTXYZ")
_TAG = re.compile(r"<[^<>]{1,200}>")
_QUOTES = re.compile('[«»“”„"‹›`]')
_APOSTROPHES = re.compile("[’‘ʼ´′]")
_SIGNS = {"So", "Sk", "Cf", "Co", "Cs", "Cc"}
#: what pupils write for a word: data of general knowledge, kept short
_SHORT = {
    "pcq": "parce que", "psk": "parce que", "pck": "parce que", "parske": "parce que", "pk": "pourquoi",
    "pr": "pour", "ds": "dans", "ke": "que", "ki": "qui", "koi": "quoi", "kan": "quand", "qd": "quand", "qq": "quelque",
    "jms": "jamais", "tjrs": "toujours", "tjr": "toujours", "bcp": "beaucoup", "tt": "tout", "ts": "tous",
    "ms": "mais", "ss": "sous", "av": "avec", "svt": "souvent", "vs": "vous", "ns": "nous", "gvt": "gouvernement",
}  # fmt: skip
_SHORTHAND = re.compile(rf"\b(?:{'|'.join(_SHORT)})\b", re.IGNORECASE)
_UNKNOWN = re.compile(
    r"(?:je|j'?|chais|ché|jsp|jsé)?\s*(?:ne\s+)?(?:n'en\s+)?(?:sais|sai|sé|vois)(?:\s+(?:vraiment|du tout))?\s+pas\b"
    r"|^\s*(?:jsp|jspa|idk|aucune?\s+idée|pas\s+d'?\s?idée|je\s+(?:l'\s?)?ignore|rien|chais\s+pas"
    r"|j(?:e\s+n)?'?ai\s+pas\s+(?:eu\s+le\s+temps|trouv\w+|compris))\b",
    re.IGNORECASE,
)


_VERDICT = re.compile(r"\W*(oui|ouais?|si|non|nan)\b(?!\s+seulement)", re.IGNORECASE)
#: what takes back the words before it
_CORRECTION = re.compile(
    r"(?:\s*(?:…|\.\.+|,|\beuh)\s*)+(?:ah\s+|euh\s+|enfin\s+)*(?:non|nan|pardon)\b[\s,:]*(?:c'est|plut[oô]t|enfin)?\s*(?P<rest>.+)$",
    re.IGNORECASE,
)


_FIGURE, _LAST_FIGURE = re.compile(r"\W*(?:en\s+|le\s+)?\d"), re.compile(r"\S*\d\S*(?=\D*$)")


def tidy(raw: str) -> str:
    """One line of plain text: NFKC, one apostrophe, no markup, no emoji, no quotation marks, spaces once."""
    text = html.unescape(_TAG.sub(" ", raw))
    text = unicodedata.normalize("NFKC", text).translate(_LOOKALIKES)
    text = _APOSTROPHES.sub("'", _QUOTES.sub(" ", text))
    text = "".join(sign if unicodedata.category(sign) not in _SIGNS else " " for sign in text)
    return " ".join(text.split()[:LONGEST])


def spelt_out(text: str) -> str:
    """`text` (tidy) with the shorthand of messages written out: « pcq » → « parce que »."""
    return _SHORTHAND.sub(lambda found: _SHORT[found.group().lower()], text)


def corrected(text: str) -> str:
    """« En janvier… ah non c'est en mai »: without what the pupil takes back, from the stop before it."""
    found = _CORRECTION.search(text)
    if found is None or not found["rest"].strip():
        return text
    before = text[: found.start()]
    if _FIGURE.match(found["rest"]) and any(sign.isdigit() for sign in before):
        return f"{_LAST_FIGURE.sub('', before)} {found['rest']}"
    kept = re.split(r"(?<=[.;:!?,])\s", before)[:-1]
    return " ".join([*kept, found["rest"]])


def verdict(text: str) -> bool | None:
    """True for an answer that begins with « oui », False for « non », None for any other."""
    found = _VERDICT.match(text)
    return None if found is None else found[1].lower() in ("oui", "ouai", "ouais", "si")


def is_blank(text: str) -> bool:
    """Whether a tidy answer holds no letter and no figure."""
    return not any(sign.isalnum() for sign in text)


def gives_up(text: str) -> bool:
    """« Je ne sais pas », « aucune idée », « jsp », « ? »: no answer, however long its excuse."""
    found = _UNKNOWN.search(text)
    return found is not None and len(text.split()) <= 14 and found.start() <= 20
