"""Tags that the word's own form proves wrong, set right in place."""

from spacy.tokens import Token


def mend_name(token: Token) -> None:
    """Make a name of a word that the tagger took for a figure or nothing known (« OpenAI », « RTBF »), in place."""
    capitals = sum(letter.isupper() for letter in token.text)
    if token.is_alpha and capitals > 1 and token.pos_ in ("NUM", "X", "SYM", "INTJ"):
        token.pos_ = "PROPN"


def mend_mood(token: Token) -> None:
    """Set right, in place, a conditional taken for an imperfect (-erait), or the reverse (no r before the ending)."""
    morph = str(token.morph)
    if token.lower_.endswith(("erait", "eraient")) and "Mood=Ind" in morph:
        token.set_morph(morph.replace("Mood=Ind", "Mood=Cnd").replace("Tense=Imp", "Tense=Pres"))  # type: ignore[attr-defined]
    elif "Mood=Cnd" in morph and not token.lower_.endswith(("rais", "rait", "rions", "riez", "raient")):
        token.set_morph(morph.replace("Mood=Cnd", "Mood=Ind").replace("Tense=Pres", "Tense=Imp"))  # type: ignore[attr-defined]
