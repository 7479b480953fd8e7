"""How a role stands in its clause: before or after the rest, as a date or an event, tied up with other verbs."""

from quizgen.french import dates, parts, stems
from quizgen.french.anaphora import plain
from quizgen.french.clause import Clause, Role

#: markers of a time told as an event, and those that may rather tell a case (« lorsque votre enfant est malade »)
EVENTS = frozenset("quand|lorsque|lorsqu'|dès que|dès qu'|après|aussitôt que".split("|"))
WHENEVER = frozenset("quand|lorsque|lorsqu'".split("|"))
#: words of a subject that tells enough beside its verb alone
FEWEST = 3


def shape(clause: Clause, role: Role) -> set[str]:
    """The marks of a role, for templates to ask for or avoid.

    leading, closing, inside: where it stands. dated, since, event, case: the sorts of times. alone: the question keeps
    only subject and verb; meagre: with a subject of two words. tangled: a verb or a comma follows, which may belong to
    it. plain: a noun with « un ».
    """
    doc, first = clause.doc, plain(role.span[0])
    time = role.name == "time"
    event = time and role.marker in EVENTS and any(map(parts.is_verb, role.span)) and not _breaks_in(clause, role)
    case = event and role.marker in WHENEVER and _is_rule(clause)
    dated = time and says_when(role) and dates.find(role.span.text) and not dates.deictic(role.span.text)
    rest = [t for t in clause.rest([role.span]) if t != clause.head]
    alone = not any(parts.is_noun(t) or parts.is_infinitive(t) for t in rest)
    after = doc[role.span.end : clause.end]
    kind = "plain" if stems.phrase(role.span).split(" ")[0].lower() in ("un", "une") else "other"
    tests = {
        "dated": dated and first != "depuis" and " ou " not in role.span.text,
        "since": dated and first == "depuis",
        "event": event and not case,
        "case": case,
        kind: True,
        "alone": alone,
        "meagre": alone and stems.core_end(clause.named) - clause.named.start < FEWEST,
        "tangled": any(parts.is_verb(t) or t.text == "," for t in after),
    }
    return {name for name, holds in tests.items() if holds} | {_place(clause, role)}


def _place(clause: Clause, role: Role) -> str:
    if role.span.end <= clause.subject.start:
        return "leading"
    return "closing" if role.span.end >= clause.end else "inside"


def _breaks_in(clause: Clause, role: Role) -> bool:
    """« Il avançait, lorsqu'il entendit un souffle »: what comes second is the news, not the moment of the first."""
    lasting = parts.feature(clause.finite, "Tense") == "Imp"
    sudden = not any(parts.feature(t, "Tense") == "Imp" for t in role.span)
    return role.marker in WHENEVER and role.span.start > clause.finite.i and lasting and sudden


def _is_rule(clause: Clause) -> bool:
    """Whether the clause says what holds each time: all of it in the present."""
    words = clause.doc[clause.start : clause.end]
    told = [t for t in words if parts.is_finite(t) or parts.feature(t, "Tense") == "Past"]
    return all(parts.feature(t, "Tense") == "Pres" for t in told)


def says_when(role: Role) -> bool:
    """Whether a time answers « quand »: not « (reportée) au 21 juin », « pour le 3 mai », « jusqu'à midi »."""
    first = plain(role.span[0])
    return first not in ("jusque", "jusqu'", "pour") and not (first == "au" and role.span[1:2].text.isdigit())
