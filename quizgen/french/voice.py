"""The same deed in the other voice: « OpenAI a suspendu l'accès » and « L'accès a été suspendu par OpenAI ».

Only compound tenses, whose participle the text gives; the words before and after the doer are kept apart, so that
another doer can be put in its place.
"""

from collections.abc import Iterator
from dataclasses import replace

from quizgen.french import nouns, stems, tree
from quizgen.french.anaphora import dangling
from quizgen.french.clause import Clause, Role
from quizgen.french.conjugation import participle
from quizgen.french.facts import Fact, Slot

#: the auxiliary in the singular and in the plural
AVOIR = (("a", "ont"), ("avait", "avaient"), ("aura", "auront"), ("aurait", "auraient"), ("eut", "eurent"))
FORMS = {form: pair for pair in AVOIR for form in pair}
#: verbs of which nobody says the passive (« deux doigts ont été perdus par le jeune homme »)
ACTIVE_ONLY = frozenset("perdre connaître subir coûter valoir comporter posséder quitter regarder concerner".split())
#: below this surety, or beyond so many words, an object or an agent is not moved
SURE, LONGEST = 0.75, 10


#: words in a phrase that may belong to the verb (« a commenté l'incident sur les réseaux »)
JOINING = frozenset("et avec par pour sur dans en à au aux chez".split())


def restated(clause: Clause, base: Fact) -> Iterator[Fact]:
    """A fact « restated » (before, doer, after) when the clause can be turned into the other voice."""
    if clause.head.lemma_ in ACTIVE_ONLY:
        return
    if clause.finite.lower_ not in FORMS or clause.marks & {"negated", "light", "copula"} or clause.shared:
        return
    thing, agent = clause.role("object"), clause.role("agent")
    if "passive" in clause.marks and agent is not None and _movable(clause, agent):
        yield _fact(base, "", stems.answer_text(agent), f" {_active(clause, agent)}")
    elif "passive" not in clause.marks and thing is not None and _movable(clause, thing) and _gendered(thing):
        yield _fact(base, f"{_passive(clause, thing)} par ", base.slots["subject"].text, "")


def _fact(base: Fact, before: str, doer: str, after: str) -> Fact:
    slots = {
        **base.slots,
        "before": Slot(before),
        "doer": replace(base.slots["subject"], text=doer),
        "after": Slot(after),
    }
    return replace(base, kind="restated", slots=slots, confidence=base.confidence)


def _movable(clause: Clause, role: Role) -> bool:
    """Whether the phrase closes the clause and stands alone, with nothing between the auxiliary and the verb."""
    between = clause.doc[clause.finite.i + 1 : clause.head.i]
    plain = all(token.lower_ == "été" for token in between)
    before = clause.group_start == clause.finite.i
    closing = role.span.end >= clause.end and role.span.start == clause.head.i + 1
    short = len(role.span) <= LONGEST and not any(token.text == "," for token in role.span)
    joined = any(token.lower_ in JOINING for token in role.span[1:])
    whole = role.span[0].lower_ not in ("de", "d'", "d’", "du")
    short = short and whole and not joined and role.type not in ("time", "quantity")
    return plain and before and closing and short and role.confidence >= SURE and not dangling(role.span)


def _gendered(role: Role) -> bool:
    """Whether the parse tells the gender with which the participle must agree."""
    return bool(nouns.gender_of(tree.head_within(role.span)))


def _passive(clause: Clause, thing: Role) -> str:
    head = tree.head_within(thing.span)
    number = nouns.number_of(head)
    done = participle(clause.head.text, nouns.gender_of(head), number)
    return f"{stems.phrase(thing.span)} {FORMS[clause.finite.lower_][number == 'Plur']} été {done}"


def _active(clause: Clause, agent: Role) -> str:
    number = nouns.number_of(tree.head_within(agent.span))
    done = participle(clause.head.text, "Masc", "Sing")
    return f"{FORMS[clause.finite.lower_][number == 'Plur']} {done} {stems.subject_text(clause)}"
