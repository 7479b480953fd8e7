"""Two questions on one clause: when and where, when and why, by whom and when — and the two phrases that answer."""

from collections.abc import Iterator

from quizgen.french import stems
from quizgen.french.anaphora import dangling
from quizgen.french.clause import Clause, Role
from quizgen.french.dates import deictic, find
from quizgen.french.facts import Fact, Slot
from quizgen.french.reading import Reading, Sentence
from quizgen.french.said import UNSAFE, nameable, spans_of, told_clauses

#: the first role and the second, and how one asks for both
PAIRS = (
    ("time", "place", "quand et où"),
    ("time", "cause", "quand et pourquoi"),
    ("agent", "time", "par qui et quand"),
    ("time", "purpose", "quand et dans quel but"),
    ("time", "manner", "quand et comment"),
)
#: what the surety of two facts together is multiplied by
SURE = 0.97


def pair_facts(reading: Reading) -> Iterator[Fact]:
    """A fact « pair » (words, asked, first, second), value the two key points, for each clause that answers both."""
    for clause, sentence in told_clauses(reading):
        if clause.marks & (UNSAFE | {"negated", "copula"}) or not nameable(clause.named):
            continue
        for first, second, words in PAIRS:
            fact = _pair(clause, sentence, first, second, words)
            if fact is not None:
                yield fact
                break


def _pair(clause: Clause, sentence: Sentence, first: str, second: str, words: str) -> Fact | None:
    one, two = clause.role(first), clause.role(second)
    if one is None or two is None or any(_vague(role) for role in (one, two)):
        return None
    omit = [one.span, two.span]
    gone = {token.i for span in omit for token in span}
    kept = [clause.doc[i] for i in range(clause.group_start, clause.end) if i not in gone]
    asked = stems.inverted(clause, omit)
    apart = one.span.end <= two.span.start or two.span.end <= one.span.start
    if asked is None or not apart or any(dangling(part, clause.subject_head) for part in (kept, one.span, two.span)):
        return None
    answers = [role.span.text if role.name == "agent" else stems.answer_text(role) for role in (one, two)]
    slots = {
        "words": Slot(words),
        "asked": Slot(asked),
        "everyday": Slot(stems.with_est_ce_que(clause, omit)),
        "prefix": Slot("d'après le texte, " * ("hearsay" in clause.marks)),
        "answer": Slot(", ".join(answers)),
    }
    taken = clause.antecedent.chance if clause.antecedent is not None else 1.0
    sure = SURE * taken * min(one.confidence, two.confidence, clause.roles[0].confidence)
    points = tuple((answer, 0.5) for answer in answers)
    return Fact("pair", slots, spans_of(clause, sentence), sure, clause.marks, points)


def _vague(role: Role) -> bool:
    """A time that is no date of its own."""
    return role.name == "time" and (not find(role.span.text) or deictic(role.span.text))
