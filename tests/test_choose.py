"""Which questions make a quiz: sure ones, spread over text, ways and kinds, none giving another away."""

from collections import Counter
from dataclasses import replace
from typing import Any

import pytest

from quizgen.article.record import Article
from quizgen.choose import choose
from quizgen.quiz import Evidence, Question, Quiz, Wanted

#: forty sentences of ten words, in paragraphs of five
SENTENCES = [f"La phrase numéro {rank} du texte compte dix mots exactement, voyez." for rank in range(1, 41)]
LONG = Article.of("\n\n".join(" ".join(SENTENCES[i : i + 5]) for i in range(0, 40, 5)), title="Quarante phrases")
WAYS = ("citation", "chiffres", "relever", "identite", "pourquoi", "quand", "qui", "connecteur", "renvoi", "modalite")
SKILLS = ("locate", "understand", "infer", "vocabulary")


def question(
    rank: int, *, kind: str = "short_answer", key: Any = None, article: Article = LONG, **fields: Any
) -> Question:
    """A question on the sentence `rank` of LONG, its answer its own."""
    start = article.text.index(SENTENCES[rank])
    given: dict[str, Any] = {
        "way": WAYS[rank % len(WAYS)],
        "skill": SKILLS[rank % 4],
        "choices": None,
        "accepted": (),
        "confidence": 0.8,
        "stem": f"Que demande-t-on au rang {rank} ?",
    }
    evidence = (Evidence.at(article, start, start + len(SENTENCES[rank])),)
    return Question(
        f"q{rank}{kind}",
        kind,
        key=f"Réponse {'x' * (rank + 4)}." if key is None else key,
        **({"evidence": evidence} | given | fields),
    )


def copying(rank: int, **fields: Any) -> Question:
    """A question on the sentence `rank` that asks to copy words of it."""
    return question(rank, kind="find_in_text", key=f"phrase numéro {rank + 1} du", **fields)


def either(rank: int, **fields: Any) -> Question:
    """One of two kinds by turns, so that the share of neither is used up."""
    return copying(rank, **fields) if rank // 4 % 2 else question(rank, **fields)


def chosen(questions: list[Question], count: int = 10, **wanted: Any) -> Quiz:
    """The quiz of `questions` on LONG."""
    return choose(questions, LONG, Wanted(count=count, **wanted))


def test_best_questions_in_the_order_of_the_text() -> None:
    """Only as many as wanted, the rest in the pool, best first; what is not sure is in neither."""
    sure = [either(rank, confidence=0.9) for rank in range(0, 40, 4)]
    less = [either(rank, confidence=0.6) for rank in range(1, 40, 4)]
    made = chosen([question(2, confidence=0.49), question(3, confidence=0.1), *less, *sure])
    assert len(made.questions) == 10
    assert [q.place for q in made.questions] == sorted(q.place for q in made.questions)
    assert {q.id for q in made.questions} | {q.id for q in made.pool} == {q.id for q in (*sure, *less)}
    assert not {q.id for q in made.questions} & {q.id for q in made.pool}
    assert sum(q.confidence == 0.9 for q in made.questions) > 5
    assert [q.confidence for q in made.pool] == sorted((q.confidence for q in made.pool), reverse=True)


def test_no_way_and_no_kind_takes_over() -> None:
    """With enough to choose from, one way gives three of ten and one kind five at most, however sure they are."""
    favoured = [question(rank, way="citation", confidence=0.99) for rank in range(10)]
    copied = [copying(rank, confidence=0.7) for rank in range(10, 20)]
    judged = [question(rank, kind="true_false", key=rank % 2 == 0, confidence=0.7) for rank in range(20, 30)]
    others = [question(rank, confidence=0.7) for rank in range(30, 40)]
    made = chosen([*favoured, *copied, *judged, *others])
    assert len(made.questions) == 10
    assert max(Counter(q.way for q in made.questions).values()) <= 3
    assert max(Counter(q.kind for q in made.questions).values()) <= 5


KINDS = ("short_answer", "find_in_text", "cloze", "true_false")


def by_kind(first: int, kind: str, *, confidence: float, size: int = 6) -> list[Question]:
    """`size` questions of one kind, each of a way of its own, on the sentences from `first` on."""
    keys: dict[str, Any] = {"cloze": ("numéro", "compte"), "true_false": True}
    return [
        copying(rank, way=f"w{rank}", confidence=confidence)
        if kind == "find_in_text"
        else question(rank, kind=kind, key=keys.get(kind), way=f"w{rank}", confidence=confidence)
        for rank in range(first, first + size)
    ]


def test_a_quiz_holds_four_kinds_where_it_can() -> None:
    """A kind whose questions are less sure comes in all the same, by its best, when three kinds would make the quiz."""
    sure = [q for place, kind in enumerate(KINDS[:3]) for q in by_kind(place * 6, kind, confidence=0.95)]
    less = by_kind(20, "true_false", confidence=0.6, size=2)
    less[1] = replace(less[1], confidence=0.62)
    made = chosen([*sure, *less], count=9)
    assert len(made.questions) == 9
    assert {q.kind for q in made.questions} == set(KINDS)
    assert [q.confidence for q in made.questions if q.kind == "true_false"] == [0.62]


def test_kinds_the_teacher_chose_are_not_counted() -> None:
    """Who asks for some kinds gets the surest questions of them, be it of one kind."""
    sure = [q for place, kind in enumerate(KINDS[:3]) for q in by_kind(place * 6, kind, confidence=0.95)]
    made = chosen([*sure, *by_kind(20, "true_false", confidence=0.6, size=1)], count=9, kinds=KINDS)
    assert {q.kind for q in made.questions} == set(KINDS[:3])
    alone = chosen(by_kind(0, "short_answer", confidence=0.9, size=9), count=9, kinds=KINDS[:1])
    assert len(alone.questions) == 9


def test_a_further_kind_never_makes_the_quiz_shorter() -> None:
    """One that lies across two sentences, each with its own question, stays out."""
    sure = [
        question(0, way="a", confidence=0.9),
        question(1, kind="true_false", key=True, way="b", confidence=0.9),
        question(7, way="c", confidence=0.9),
        question(12, kind="true_false", key=False, way="d", confidence=0.9),
    ]
    start = LONG.text.index(SENTENCES[0])
    both = (Evidence.at(LONG, start, LONG.text.index(SENTENCES[1]) + len(SENTENCES[1])),)
    across = question(0, kind="cloze", key=("numéro", "compte"), way="across", confidence=0.6, evidence=both)
    assert {q.id for q in chosen([*sure, across], count=4).questions} == {q.id for q in sure}
    apart = replace(across, evidence=question(20).evidence)
    assert apart.id in {q.id for q in chosen([*sure, apart], count=4).questions}


def test_questions_spread_over_the_text() -> None:
    """Of equally sure questions, not all are taken from the beginning."""
    made = chosen([either(rank) for rank in range(40)], count=5)
    fifths = Counter(q.place * 5 // len(LONG.text) for q in made.questions)
    assert len(fifths) == 5


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"key": "La mairie."}, {"key": "la mairie", "rank": 9}),
        ({"key": "Nadia Ferrand."}, {"stem": "Pourquoi Nadia Ferrand est-elle partie ?"}),
        ({"kind": "true_false", "key": True}, {"kind": "true_false", "key": False}),
    ],
    ids=["one answer twice", "the stem holds the other's answer", "two verdicts on one sentence"],
)
def test_incompatible_questions_never_stand_together(first: dict[str, Any], second: dict[str, Any]) -> None:
    """One of the two is chosen, the other stays in the pool, and the quiz says that it is short."""
    made = chosen(
        [
            question(5, confidence=0.9, **first),
            question(second.pop("rank", 5), **({"way": "renvoi", "confidence": 0.8} | second)),
        ],
        count=2,
    )
    assert [q.confidence for q in made.questions] == [0.9]
    assert [q.confidence for q in made.pool] == [0.8]
    assert made.shortfall is not None


def test_two_on_one_sentence_only_where_the_quiz_would_be_short() -> None:
    """A second question on the same sentence passes last, and only when it asks for something else."""
    pair = [question(5, key="La mairie de Nantes."), question(5, key="Trois jours.", way="qui", confidence=0.79)]
    pair[1] = replace(pair[1], id="second", stem="Combien de temps ?")
    assert len(chosen(pair, count=2).questions) == 2
    others = [copying(rank, confidence=0.66) for rank in (0, 11, 22)]
    made = chosen([*pair, *others], count=3)
    assert len({q.place for q in made.questions}) == 3


@pytest.mark.parametrize("truths", [1, 4, 9])
def test_true_and_false_in_equal_shares(truths: int) -> None:
    """However many are sure to be true, the quiz holds as many false ones, give or take one."""
    right = [question(rank, kind="true_false", key=True, confidence=0.95, way=f"v{rank}") for rank in range(truths)]
    wrong = [
        question(rank, kind="true_false_justified", key=False, confidence=0.6, way=f"w{rank}")
        for rank in range(20, 20 + 10 - truths)
    ]
    verdicts = Counter(q.key for q in chosen([*right, *wrong]).questions)
    assert abs(verdicts[True] - verdicts[False]) <= 1
    assert verdicts.total() >= 2 * min(truths, 10 - truths)


def test_keys_are_spread_over_the_places() -> None:
    """A key that always stood first is moved about; the right option stays the right one."""
    asked = [
        question(rank, kind="multiple_choice", key=0, choices=(f"Juste {rank}", "Une", "Deux", "Trois"), way=f"w{rank}")
        for rank in range(0, 40, 4)
    ]
    made = chosen(asked, count=20)
    assert len(made.questions) >= 7
    assert len({q.key for q in made.questions}) == 4
    assert all(q.choices[q.key].startswith("Juste") for q in made.questions)
    assert chosen(asked, count=20).questions == made.questions
    assert [q.key for q in chosen(asked, count=20, seed=3).questions] != [q.key for q in made.questions]


def test_points_of_a_quiz() -> None:
    asked = [either(rank) for rank in range(0, 40, 3)]
    made = chosen(asked, count=3)
    assert made.points == 20
    assert {q.points for q in made.questions} == {6.5, 7}
    assert {q.points for q in chosen(asked, count=3, points_total=None).questions} == {1}


def test_short_text_bears_one_question_for_thirty_words() -> None:
    short = Article.of(" ".join(SENTENCES[:12]))
    made = choose([either(rank, article=short, way=f"w{rank}") for rank in range(12)], short, Wanted())
    assert len(made.questions) == short.words // 30 == 4
    assert made.shortfall is not None
    assert (made.shortfall.asked, made.shortfall.given) == (10, 4)
    assert f"{short.words} mots" in made.shortfall.reason


@pytest.mark.parametrize(("kinds", "word"), [((), "texte"), (("short_answer",), "types")])
def test_shortfall_says_what_is_missing(kinds: tuple[str, ...], word: str) -> None:
    """On a long text, the reason speaks of the text, or of the kinds where the teacher chose some."""
    made = chosen([question(3)], kinds=kinds)
    assert made.shortfall is not None
    assert made.shortfall.given == 1
    assert word in made.shortfall.reason
    assert "mots" not in made.shortfall.reason


def test_nothing_to_ask() -> None:
    """No question at all: an empty quiz with its reason, and a title from the text where there is none."""
    made = choose([], Article.of(LONG.text), Wanted())
    assert made.questions == made.pool == ()
    assert made.points == 0
    assert made.title.startswith("La phrase numéro 1")
    assert made.title.endswith("…")
    assert made.shortfall is not None
    assert choose([], LONG, Wanted()).title == "Quarante phrases"
