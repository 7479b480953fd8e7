"""What roles, marks, types and facts are called when people read them; what has no name here is shown as it is."""

from collections.abc import Iterable, Mapping

from quizgen.cli.speech import N_, _
from quizgen.french.facts import Fact
from quizgen.french.look import POINTING, UNNAMED, SeenClause, SeenSentence

ROLES = {
    "subject": N_("sujet"),
    "object": N_("objet"),
    "attribute": N_("attribut"),
    "agent": N_("agent"),
    "recipient": N_("destinataire"),
    "content": N_("contenu"),
    "time": N_("temps"),
    "place": N_("lieu"),
    "cause": N_("cause"),
    "purpose": N_("but"),
    "manner": N_("manière"),
    "quantity": N_("quantité"),
    "source": N_("source"),
    "speaker": N_("locuteur"),
    "condition": N_("condition"),
    "concession": N_("concession"),
}
TYPES = {
    "person": N_("personne"),
    "institution": N_("institution"),
    "place": N_("lieu"),
    "time": N_("temps"),
    "quantity": N_("quantité"),
    "event": N_("événement"),
    "animal": N_("animal"),
    "thing": N_("chose"),
    "name": N_("nom"),
    "clause": N_("proposition"),
    "word": N_("mot"),
}
FACTS = {
    **ROLES,
    "assertion": N_("affirmation"),
    "restated": N_("autre voix"),
    "quote": N_("citation"),
    "count": N_("chiffre"),
    "identity": N_("identité"),
    "hearsay": N_("conditionnel"),
    "takeup": N_("reprise"),
    "takeup_cause": N_("cause d'une reprise"),
    "pronoun": N_("pronom"),
    "connective": N_("connecteur"),
    "family": N_("famille de mots"),
    "opposite": N_("contraire"),
}
MARKS = {
    "heading": N_("titre ou légende"),
    "question": N_("question"),
    "exclamation": N_("exclamation"),
    "speech": N_("réplique"),
    "quoted": N_("entre guillemets"),
    "unbalanced": N_("guillemet isolé"),
    "personal": N_("je, nous, vous"),
    "fragment": N_("fragment"),
    "negated": N_("négation"),
    "impersonal": N_("impersonnel"),
    "hearsay": N_("conditionnel"),
    "passive": N_("passif"),
    "copula": N_("attribut"),
    "light": N_("verbe vague"),
    "etre": N_("avec être"),
    "past": N_("passé"),
    "odd": N_("mode ou personne"),
    "crowded": N_("deux sujets"),
    "inverted": N_("sujet après le verbe"),
    "beside": N_("à côté d'une autre"),
    "hypothetical": N_("hypothèse"),
    "attributed": N_("propos attribué"),
    "reporting": N_("verbe de parole"),
    "quotes": N_("guillemets"),
    "disagrees": N_("accord douteux"),
    "interrupted": N_("sujet loin du verbe"),
    "double": N_("second verbe caché"),
    "opens": N_("ouvre sur « : »"),
    "cut": N_("fin laissée"),
    UNNAMED: N_("sujet qui renvoie ailleurs"),
    POINTING: N_("renvoie ailleurs"),
}
#: slots that only help to word a question; the one that matters where nothing else is there
HELPERS = frozenset(
    "prefix statement excerpt stylistic bare verbatim marker a_class the_other_class reserve caused whole".split()
)
GROUND = "subject"


def named(names: Mapping[str, str], key: str) -> str:
    """What people call `key`."""
    return _(names[key]) if key in names else key


def marks(keys: Iterable[str]) -> list[str]:
    """The marks by name, in alphabetical order."""
    return sorted(named(MARKS, key) for key in keys)


def percent(confidence: float) -> str:
    """« 96 % », "96%" in English."""
    return _(N_("{sure} %")).format(sure=round(100 * confidence))


def reasons(clause: SeenClause, sentence: SeenSentence) -> list[str]:
    """Why a clause gave no fact, beyond the marks of its sentence."""
    return marks(clause.silent - sentence.marks)


def other_marks(clause: SeenClause) -> list[str]:
    """The marks of a clause that are not why it gave no fact."""
    return marks(clause.marks - clause.silent)


def main_words(fact: Fact) -> list[str]:
    """What a fact says, in its slots' order, without what only helps to word a question."""
    told = {name: slot.text.strip() for name, slot in fact.slots.items() if name not in HELPERS and slot.text.strip()}
    kept = {name: text for name, text in told.items() if name != GROUND} or told
    return list(dict.fromkeys(kept.values()))
