"""Two questions on one clause: when and where, when and why, by whom and when — and the two phrases that answer."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from quizgen.french import nouns, stems, tree
from quizgen.french.anaphora import dangling
from quizgen.french.clause import Clause, Role
from quizgen.french.dates import deictic, find
from quizgen.french.facts import Fact, Slot
from quizgen.french.naming import nameable
from quizgen.french.reading import Reading, Sentence
from quizgen.french.said import UNSAFE, spans_of
from quizgen.french.shape import says_when
from quizgen.french.typography import uncapital

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
    for clause, sentence in reading.clauses:
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
    asked = stems.inverted(clause, omit)
    apart = one.span.end <= two.span.start or two.span.end <= one.span.start
    stretches: tuple[Iterable[Token], ...] = (clause.rest(omit), one.span, two.span)
    if asked is None or not apart or any(dangling(stretch, clause.subject_head) for stretch in stretches):
        return None
    doer = clause.role("agent")
    if doer is not None and doer in (one, two) and nouns.type_of(tree.head_within(doer.span)) not in nouns.ACTING:
        return None  # « par la gabelle » answers no « par qui »
    answers = [
        f"par {stems.answer_text(role)}" if role.name == "agent" else stems.answer_text(role) for role in (one, two)
    ]
    slots = {
        "words": Slot(words),
        "asked": Slot(asked),
        "everyday": Slot(stems.with_est_ce_que(clause, omit)),
        "prefix": Slot("d'après le texte, " * ("hearsay" in clause.marks)),
        "answer": Slot(", ".join([answers[0], *(uncapital(text, False) for text in answers[1:])])),
    }
    sure = SURE * clause.taken * min(one.confidence, two.confidence, clause.roles[0].confidence)
    points = tuple((answer, 0.5) for answer in answers)
    return Fact("pair", slots, spans_of(clause, sentence), sure, clause.marks, points)


def _vague(role: Role) -> bool:
    """A time that is no date of its own, or does not say when."""
    return role.name == "time" and (not says_when(role) or not find(role.span.text) or deictic(role.span.text))
