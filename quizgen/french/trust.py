"""How sure a role of a clause is: one number, the chance that predicate, role and span are all right.

A logistic curve over what the network says of the attachments and of the span's limits, and over the construction; its
weights (data/trust.json) are fitted by training/calibrate.py on sentences that the network was not trained on. A
pipeline from outside tells no chances: the surety of the construction is then kept as it is.
"""

import json
import math
from functools import cache
from importlib.resources import files

from quizgen.french import tree
from quizgen.french.clause import Clause, Role
from quizgen.french.doubts import doubts_of

#: a chance below this counts as this
_LEAST = 1e-3
#: marks of a clause that tell of a doubtful reading
_TELLING = ("double", "interrupted", "disagrees", "odd", "attributed", "opens", "quotes")


def confidence(clause: Clause, role: Role) -> float:
    """The chance 0..1 that `role` is right; the surety it came with where the parse tells no chances."""
    found = signs(clause, role)
    if found is None:
        return min(max(role.confidence, 0.0), 1.0)
    weights = _weights()
    own = weights.get(role.name, {})
    total = sum(value * (weights["all"].get(name, 0.0) + own.get(name, 0.0)) for name, value in found.items())
    return 1 / (1 + math.exp(-total))


def signs(clause: Clause, role: Role) -> dict[str, float] | None:
    """What the confidence is reckoned from, by name; None where the parse tells no chances."""
    doubts = doubts_of(clause.doc)
    if doubts is None:
        return None
    head = tree.head_within(role.span)
    attached = doubts.attachment(head, head.head) if head.head != head else 1.0
    if role.name == "subject" and clause.shared:
        attached *= doubts.attachment(clause.head, clause.head.head)
    finite = doubts.attachment(clause.finite, clause.finite.head)
    found = {
        "one": 1.0,
        "attachment": _log(attached),
        "extent": _log(doubts.extent(role.span, head)),
        "finite": _log(finite),
        "clause": _log(doubts.attachment(clause.head, clause.head.head)),
        "surety": role.confidence,
        "length": math.log(len(role.span)),
        "elsewhere": float(head.head not in (clause.head, clause.finite)),
        "closes": float(role.span.end >= clause.end),
        "shared": float(clause.shared),
    }
    return found | {mark: float(mark in clause.marks) for mark in _TELLING}


def _log(chance: float) -> float:
    return math.log(max(chance, _LEAST))


@cache
def _weights() -> dict[str, dict[str, float]]:
    """Role (or « all ») -> sign -> weight."""
    read: dict[str, dict[str, float]] = json.loads(
        (files("quizgen.french") / "data" / "trust.json").read_text(encoding="utf-8")
    )
    return read
