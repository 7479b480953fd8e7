"""Tags and labels that the word's own form, or the sentence, proves wrong: set right in place."""

from spacy.tokens import Doc, Token

from quizgen.french import parts, tree


def mend_name(token: Token) -> None:
    """Make a name of a word that the tagger took for a figure or nothing known (« OpenAI », « RTBF »), in place."""
    capitals = sum(letter.isupper() for letter in token.text)
    if token.is_alpha and capitals > 1 and token.pos_ in ("NUM", "X", "SYM", "INTJ"):
        token.pos_ = "PROPN"


def mend_noun(token: Token) -> None:
    """Make a noun of an adjective that is counted, or has an article, and is what a verb is about, in place."""
    if not parts.is_adjective(token) or not tree.is_core(token):
        return
    beside = token.i > 0 and parts.is_determiner(token.nbor(-1))
    if beside or tree.number_of(token) or tree.determiner_of(token):
        token.pos_ = "NOUN"


def mend_mood(token: Token) -> None:
    """Set right, in place, a conditional taken for an imperfect (-erait), or the reverse (no r before the ending)."""
    morph = str(token.morph)
    if "Tense=Past" in morph and "VerbForm=Fin" in morph and _is_future(token):
        token.set_morph(morph.replace("Tense=Past", "Tense=Fut"))  # type: ignore[attr-defined]
        return
    if token.lower_.endswith(("erait", "eraient")) and "Mood=Ind" in morph:
        token.set_morph(morph.replace("Mood=Ind", "Mood=Cnd").replace("Tense=Imp", "Tense=Pres"))  # type: ignore[attr-defined]
    elif "Mood=Cnd" in morph and not token.lower_.endswith(("rais", "rait", "rions", "riez", "raient")):
        token.set_morph(morph.replace("Mood=Cnd", "Mood=Ind").replace("Tense=Pres", "Tense=Imp"))  # type: ignore[attr-defined]


def _is_future(verb: Token) -> bool:
    """Whether -ra, -ront is no passé simple: « sortira » is of « sortir », « tira » of « tirer »."""
    return verb.lower_.endswith("ront") or (verb.lower_.endswith("ra") and not verb.lemma_.endswith("rer"))


def mend_subjects(doc: Doc) -> None:
    """« Au loin s'élevait une tour »: a main verb without subject cannot have an object after it that agrees, in place.

    French leaves out no subject but beside « et », in orders and in headlines.
    """
    for sentence in doc.sents:
        verb = sentence.root
        opens = verb.i - sentence.start < 2
        if (
            opens
            or not parts.is_finite(verb)
            or parts.feature(verb, "Person") not in ("3", "")
            or tree.has_subject(verb)
        ):
            continue
        after = tree.object_of(verb)
        if (
            after is not None
            and parts.is_noun(after)
            and parts.feature(after, "Number") == parts.feature(verb, "Number")
        ):
            tree.make_subject(after)
