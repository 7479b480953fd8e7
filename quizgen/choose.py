"""SELECT: of all questions that could be asked, those of the quiz — sure, spread over the text, of many kinds.

Greedy by worth: confidence, less what is already there (the same way, kind, skill, verdict or part of the text). What
shares a sentence or an answer with a chosen question, or gives it away, is out.
"""

import random
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from quizgen.article.record import Article
from quizgen.kinds import kind_named
from quizgen.points import marked
from quizgen.profiles import profile_named
from quizgen.quiz import Evidence, Question, Quiz, Shortfall, Wanted
from quizgen.wishes import Wishes

#: below this confidence a question is not asked at all
FLOOR = 0.5
#: what a question loses for each one already chosen of its way, kind, skill, part of the text, template
COSTS = {"way": 0.08, "kind": 0.04, "skill": 0.03, "part": 0.05, "template": 0.07}
#: what it gains for being the first of its kind, way or skill
GAINS = {"kind": 0.08, "way": 0.04, "skill": 0.04}
PARTS = 5
#: what a question loses for each further sentence that it shows, and so keeps from all others
WIDE = 0.04
#: questions of one way, of one kind, of one template at most, as shares of the quiz
MOST_OF_WAY, MOST_OF_KIND, MOST_OF_TEMPLATE = 0.3, 0.5, 0.2
#: what a question on the words of the text loses: one on what it says comes first
WORDS_ONLY = 0.15
#: skills that look at the words of the text rather than at what it says, and how much of a quiz they may be
LANGUAGE, MOST_OF_LANGUAGE = frozenset(["vocabulary", "text_grammar"]), 0.2
#: how much these shares may grow, round by round, before the quiz is left short, that of the language questions next
#: to last; and the least confidence: a less sure question comes after one on the language (usable: 6 in 10, 9 in 10)
SURE = 0.65
ROUNDS = (
    (1.0, 1.0, SURE),
    (1.5, 1.0, SURE),
    (2.0, 1.0, SURE),
    (2.0, 2.0, SURE),
    (2.5, 3.0, SURE),
    (2.5, 3.0, FLOOR),
    (3.0, 5.0, FLOOR),
)
#: share of an answer's words that gives it away
GIVEN = 0.6
#: share of the fewer words of two answers that makes them one
SAME = 0.6
#: kinds that a quiz should hold (rubric)
FEWEST_KINDS = 4
#: a text of fewer words gets one question per so many words
FULL_WORDS, WORDS_PER_QUESTION = 300, 30
WORD = re.compile(r"\w{4,}|\b[A-ZÀ-Ý]\w+")


def choose(questions: Sequence[Question], article: Article, wanted: Wanted) -> Quiz:
    """The quiz: as many of `questions` as were wanted, or fewer with the reason, in the order of the text."""
    able = sorted((q for q in questions if q.confidence >= FLOOR), key=lambda q: (-q.confidence, q.place, q.id))
    count = ceiling(article, wanted.count)
    chosen = _pick(able, article, count, Wishes.of(wanted, able, count), bool(wanted.kinds))
    pool = tuple(q for q in able if q not in chosen)
    placed = _settled(sorted(chosen, key=lambda q: (q.place, q.id)), wanted)
    return Quiz(
        article.title or _first_words(article),
        article,
        wanted,
        tuple(placed),
        pool,
        shortfall(article, wanted, len(placed)),
    )


def ceiling(article: Article, count: int) -> int:
    """How many questions the text can bear: all from 300 words on, one per 30 words below."""
    return count if article.words >= FULL_WORDS else min(count, max(1, article.words // WORDS_PER_QUESTION))


def shortfall(article: Article, wanted: Wanted, given: int) -> Shortfall | None:
    """Why fewer were given than asked for, in the teacher's words."""
    if given >= wanted.count:
        return None
    if given == ceiling(article, wanted.count):
        reason = (
            f"Le texte compte {article.words} mots : c'est assez pour {given} questions sûres, "
            f"une pour {WORDS_PER_QUESTION} mots environ."
        )
    elif wanted.kinds:
        reason = (
            "Les types de questions choisis ne permettent pas d'en poser davantage dont la réponse soit sûre : "
            "ajoutez des types."
        )
    elif profile_named(wanted.profile).narrows:
        reason = (
            f"Les types de questions que le profil « {wanted.profile} » admet ne permettent pas d'en poser davantage "
            "dont la réponse soit sûre : changez de profil."
        )
    else:
        reason = "Le texte ne permet pas d'en poser davantage dont la réponse soit sûre."
    return Shortfall(wanted.count, given, reason)


@dataclass(frozen=True)
class Entry:
    """A question with what is compared over and over: its answer in words, the words of answer and stem."""

    question: Question
    answer: str
    answer_words: frozenset[str]
    stem_words: frozenset[str]

    @classmethod
    def of(cls, question: Question) -> "Entry":
        """The entry of `question`; a verdict or a group of answers counts as no answer to give away."""
        grouped = question.key is None or isinstance(question.key, bool | tuple)
        answer = "" if grouped else kind_named(question.kind).key_text(question).strip(" .«»\u00a0")
        return cls(question, answer.lower(), _words(answer), _words(question.stem))


def _words(text: str) -> frozenset[str]:
    """The words that may give an answer away: of four letters, or with a capital (« OIC »)."""
    return frozenset(word.lower() for word in WORD.findall(text))


def _pick(able: list[Question], article: Article, count: int, wishes: Wishes, narrowed: bool = False) -> list[Question]:
    """The best first; should too few kinds come of it, begun again from the best question of a kind left out.

    `narrowed`: the teacher chose the kinds, so that neither shares nor their number count in the end.
    """
    entries = [Entry.of(question) for question in able]
    chosen = _fill(entries, [], article, count, wishes, narrowed)
    if narrowed:
        return chosen
    for entry in entries:
        kinds = {q.kind for q in chosen}
        if len(kinds) < FEWEST_KINDS and entry.question.kind not in kinds and wishes.seat(entry.question, ()):
            other = _fill(entries, [entry.question], article, count, wishes, narrowed)
            if len(other) >= len(chosen) and len({q.kind for q in other}) > len(kinds):
                chosen = other
    return chosen


def _fill(
    entries: list[Entry], start: list[Question], article: Article, count: int, wishes: Wishes, narrowed: bool
) -> list[Question]:
    """`start` and the best of the rest; when the shares leave it short, further rounds let them grow."""
    chosen = list(start)
    for slack, of_language, least in (*ROUNDS, *(((float(count), float(count), FLOOR),) if narrowed else ())):
        taken = [Entry.of(question) for question in chosen]
        sure = [e for e in entries if e.question.confidence >= least]
        left = [e for e in sure if all(compatible(e, other, slack > 1) for other in taken)]
        while len(chosen) < count:
            open_to = [e for e in left if slack >= ROUNDS[-1][0] or wishes.seat(e.question, chosen)]
            rest = [e for e in open_to if _room(e.question, chosen, count * slack, count * of_language, wishes)]
            if not rest:
                break
            worth = _worth(chosen, article, wishes)
            best = max(rest, key=lambda entry: worth(entry.question))
            chosen.append(best.question)
            left = [e for e in left if e is not best and compatible(e, best, slack > 1)]
    return chosen


def _worth(chosen: list[Question], article: Article, wishes: Wishes) -> Callable[[Question], float]:
    counts = Counter(label for q in chosen for label in _labels(q, article))

    def worth(question: Question) -> float:
        labels = _labels(question, article)
        new = sum(GAINS.get(name, 0) for name, value in labels if not counts[name, value])
        wide = WIDE * max(0, len(_shown(question)) - 1)
        cost = sum(COSTS[name] * counts[name, value] for name, value in labels)
        words = WORDS_ONLY * (question.skill in LANGUAGE)
        return question.confidence + new + wishes.gain(question, counts) - wide - cost - words

    return worth


def _labels(question: Question, article: Article) -> list[tuple[str, object]]:
    part = question.place * PARTS // max(1, len(article.text))
    return [
        ("way", question.way),
        ("kind", question.kind),
        ("skill", question.skill),
        ("part", part),
        ("template", question.template or question.id),
    ]


def _room(question: Question, chosen: list[Question], count: float, of_language: float, wishes: Wishes) -> bool:
    """Whether a quiz of `count` questions (`of_language`: for its language questions) can still take one of this way
    and kind, and keeps true and false in equal shares."""
    if question.key is None and any(q.key is None for q in chosen):
        return False
    same_way = sum(q.way == question.way for q in chosen)
    same_kind = sum(q.kind == question.kind for q in chosen)
    verdicts = Counter(q.key for q in chosen if isinstance(q.key, bool))
    level = not isinstance(question.key, bool) or verdicts[question.key] <= verdicts[not question.key]
    same_template = sum(q.template == question.template for q in chosen) if question.template else 0
    language = sum(q.skill in LANGUAGE for q in chosen) if question.skill in LANGUAGE else 0
    most = (
        (same_way, count * MOST_OF_WAY),
        (same_kind, count * MOST_OF_KIND),
        (same_template, count * MOST_OF_TEMPLATE),
        (language, of_language * max(MOST_OF_LANGUAGE, wishes.share(LANGUAGE))),
    )
    return level and all(number < max(2, round(limit)) for number, limit in most)


def compatible(a: Entry, b: Entry, lenient: bool = False) -> bool:
    """Whether two questions may stand in one quiz: no answer twice, none gives the other away, not on one sentence.

    Two on one sentence may pass when `lenient`, if each asks for words that the other does not show, or for a word to
    be found in the text, which stands there anyway.
    """
    if a.answer == b.answer != "" or _same_answer(a, b):
        return False
    found = lenient and (_is_found(a) or _is_found(b))
    if _overlap(_shown(a.question), _shown(b.question)) and not (
        lenient and a.question.way != b.question.way and (_told(a, b) or found)
    ):
        return False
    shown = [(x, y) for x, y in ((a, b), (b, a)) if not (lenient and _is_found(y) and y.question.skill in LANGUAGE)]
    return not any(gives_away(x, y) for x, y in shown)


def _same_answer(a: Entry, b: Entry) -> bool:
    """Whether both are answered by the same words of the same sentence (« parce qu'il pleut », « comme il pleut »)."""
    fewer = min(len(a.answer_words), len(b.answer_words))
    shared = len(a.answer_words & b.answer_words)
    return shared >= SAME * max(fewer, 1) and _overlap(a.question.evidence, b.question.evidence)


def _told(a: Entry, b: Entry) -> bool:
    """Whether both have an answer in words: neither a verdict nor a group, whose stems show the sentence."""
    return bool(a.answer and b.answer)


def _is_found(entry: Entry) -> bool:
    """Whether the answer is a passage to be found in the text."""
    return bool(entry.answer) and kind_named(entry.question.kind).needs_text


def _shown(question: Question) -> Sequence[Evidence]:
    """The spans that a question shows or asks about: its first, or all when it shows several sentences or pairs."""
    return question.evidence if isinstance(question.key, tuple) else question.evidence[:1]


def gives_away(a: Entry, b: Entry) -> bool:
    """Whether the stem of `a` holds most of the answer of `b`, on a sentence that both quote."""
    shown = len(b.answer_words & a.stem_words)
    return shown > 0 and shown >= GIVEN * len(b.answer_words) and _overlap(a.question.evidence, b.question.evidence)


def _overlap(a: Sequence[Evidence], b: Sequence[Evidence]) -> bool:
    return any(x.start < y.end and y.start < x.end for x in a for y in b)


def _settled(chosen: list[Question], wanted: Wanted) -> list[Question]:
    """The questions with their keys spread evenly over the places, and their points."""
    places = list(range(4)) * (len(chosen) // 4 + 1)
    rng = random.Random(f"{wanted.seed}")
    blocks = [places[i : i + 4] for i in range(0, len(places), 4)]
    for block in blocks:
        rng.shuffle(block)
    order = iter([place for block in blocks for place in block])
    settled = [kind_named(q.kind).settle(q, next(order)) for q in chosen]
    return marked(settled, wanted)


def _first_words(article: Article) -> str:
    words = article.text.split()
    return " ".join(words[:8]) + ("…" if len(words) > 8 else "")
