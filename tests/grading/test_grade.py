"""Marks of answers in words, as a teacher would give them: what passes, what is half right, what only looks right."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgen.grading.judge import grade, key_of
from quizgen.grading.mark import VERDICTS
from quizgen.grading.policy import Policy

WHO = key_of(
    "Qui a divulgué l'accès à l'outil ?",
    ("Un groupe d'artistes a divulgué l'accès.", "Des artistes."),
    (),
    ("En novembre, un groupe d'artistes a divulgué l'accès à l'outil.",),
)
DATES = key_of(
    "Quand le pont a-t-il rouvert ? (mois et année)",
    ("En mai 2013.",),
    (("le mois : mai", 0.5), ("l'année : 2013", 0.5)),
    ("Le pont a rouvert en mai 2013 après deux ans de travaux.",),
)
WHY = key_of(
    "Pourquoi la mairie a-t-elle fermé la piscine ?",
    ("Parce que le toit fuyait et que le chauffage coûtait trop cher.",),
    (("le toit fuyait", 0.5), ("le chauffage coûtait trop cher", 0.5)),
    ("La mairie a fermé la piscine parce que le toit fuyait et que le chauffage coûtait trop cher.",),
)
RATES = key_of(
    "Quel était le prix du billet en semaine, et le dimanche ?",
    ("12 euros en semaine et 8 euros le dimanche.",),
    (("en semaine : 12 euros", 0.5), ("dimanche : 8 euros", 0.5)),
    ("Le billet coûtait 12 euros en semaine et 8 euros le dimanche.",),
)
TWO = key_of(
    "Relevez deux animaux que la fermière soigne.",
    ("Des oies et des chèvres.",),
    (("un premier animal parmi : oies, chèvres, ânes", 0.5), ("un deuxième animal de la même liste", 0.5)),
    ("La fermière soigne des oies, des chèvres et des ânes.",),
)
YES = key_of(
    "Le facteur doit-il sonner ? Précisez.",
    ("Non, il peut laisser le colis au voisin.",),
    (("non, il n'est pas obligé", 0.5), ("il peut laisser le colis au voisin", 0.5)),
)
DEFAULT = Policy()


def score(key: object, answer: str, policy: Policy = DEFAULT) -> float:
    return grade(key, answer, policy).score  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("key", "answer"),
    [
        (WHO, "un groupe d'artiste a divulgé l'acces"),
        (WHO, "DES ARTISTES"),
        (WHO, "des artisttes"),
        (DATES, "05/2013"),
        (DATES, "en mai deux mille treize"),
        (DATES, "En janvier… ah non, c'est en mai 2013"),
        (WHY, "le toi fuyé et le chofage couté tro cher"),
        (WHY, "- toit qui fuyait / - chauffage trop cher"),
        (RATES, "12 € en semaine / 8 € le dimanche"),
        (RATES, "douze euros la semaine et huit euros dimanche"),
        (TWO, "les chevre et les oies"),
        (YES, "Non, il peut donner le colis au voisin"),
    ],
)
def test_right_however_written(key: object, answer: str) -> None:
    """Spelling, capitals, figures in letters, notes, corrections of one's own cost nothing."""
    assert score(key, answer) == 1


@pytest.mark.parametrize(
    ("key", "answer"),
    [(DATES, "En 2013."), (WHY, "le toit fuyait"), (RATES, "12 euros en semaine"), (TWO, "Des oies."),
     (TWO, "des oies et des moutons")],
)  # fmt: skip
def test_half_where_half_is_there(key: object, answer: str) -> None:
    mark = grade(key, answer, DEFAULT)  # type: ignore[arg-type]
    assert (mark.score, mark.verdict) == (0.5, "partial")
    assert any(word in mark.feedback for word in ("manque", "attendait", "complète"))


@pytest.mark.parametrize(
    ("key", "answer"),
    [
        (WHO, "L'entreprise a engagé des avocats."),
        (WHO, "je ne sais pas"),
        (WHO, "Qui a divulgué l'accès à l'outil ?"),
        (DATES, "le 10 janvier 2013"),
        (WHY, "Le toit ne fuyait pas et le chauffage ne coûtait pas trop cher."),
        (RATES, "8 euros en semaine et 12 euros le dimanche"),
        (RATES, "15 euros en semaine et 20 euros le dimanche"),
        (YES, "Oui, il est obligé."),
    ],
    ids=["other fact", "gives up", "question", "date", "denied", "swapped", "figures", "yes for no"],
)
def test_what_only_looks_right(key: object, answer: str) -> None:
    """The traps: the contrary, the wrong figure, two answers exchanged, the question copied back."""
    assert score(key, answer) == 0


def test_fault_is_named() -> None:
    """The pupil reads what is wrong, and where to look."""
    assert "inversés" in grade(RATES, "8 euros en semaine et 12 euros le dimanche", DEFAULT, 4).feedback
    assert "La date n'est pas" in grade(DATES, "en juin 2013", DEFAULT).feedback
    assert "l'unité" in grade(key_of("Combien de temps ?", ("neuf ans",)), "neuf mois", DEFAULT).feedback
    half = grade(WHY, "le toit fuyait", DEFAULT).feedback
    assert half.startswith("Juste : « le toit fuyait ». Il manque : « le chauffage")
    assert "redit la question" in grade(WHY, "la mairie a fermé la piscine", DEFAULT).feedback


@pytest.mark.parametrize("answer", ["", "   ", "…", "🙂🙂", "<b></b>"])
def test_blank(answer: str) -> None:
    mark = grade(WHO, answer, DEFAULT)
    assert (mark.score, mark.verdict, mark.needs_review) == (0, "blank", False)


def test_unreadable_is_not_wrong() -> None:
    """Another language, keys struck at random: the teacher looks."""
    mark = grade(WHO, "qsdfqsdf mlkjmlkj azerqsdf wxcvwxcv poiupoiu", DEFAULT)
    assert (mark.verdict, mark.needs_review) == ("unreadable", True)


@pytest.mark.parametrize(
    "answer",
    [
        "<script>alert(1)</script> des artistes",
        "des аrtistes",
        "'; DROP TABLE answers; -- des artistes",
        "« des artistes »",
    ],
    ids=["markup", "look-alikes", "SQL", "quotes"],
)
def test_dressed_up_answers(answer: str) -> None:
    """What stands around the words changes nothing."""
    assert score(WHO, answer) >= 0.5


def test_five_thousand_words_are_marked_in_a_moment() -> None:
    assert grade(WHO, "des artistes " * 2500, DEFAULT).verdict in VERDICTS


def test_accents_count_where_the_policy_says_so() -> None:
    key = key_of("Qu'a-t-il mangé ?", ("des pâtés",))
    assert score(key, "des pates") == 1
    mark = grade(key, "des pates", Policy(accents=True))
    assert mark.score == 0.5
    assert "pâtés" in mark.feedback


def test_articles_count_where_the_policy_says_so() -> None:
    key = key_of("Qui a ouvert ?", ("La mairie",))
    assert score(key, "mairie") == 1
    assert score(key, "le mairie", Policy(articles=True)) == 0.5
    assert score(key, "la mairie", Policy(articles=True)) == 1


@pytest.mark.parametrize(
    ("references", "answer"),
    [
        (("Un projet d'accueil individualisé.",), "un PAI"),
        (("C'est René Mayer.",), "Mayer"),
        (("Environ 800 habitants.",), "presque 790 habitants"),
        (("1 500 mètres.",), "1,5 km"),
        (("René Mayer en 1953.",), "Mayer, en 53"),
    ],
    ids=["acronym", "surname", "rounded", "unit", "two-digit year"],
)
def test_other_ways_to_say_it(references: tuple[str, ...], answer: str) -> None:
    assert score(key_of("Lequel ?", references), answer) == 1


def test_dictation_is_letter_for_letter() -> None:
    strict = Policy(strict=True)
    assert score(WHO, "Des  artistes", strict) == 1
    assert score(WHO, "des artiste", strict) == 0


def test_no_half_marks_where_the_policy_says_so() -> None:
    assert score(WHY, "le toit fuyait", Policy(half_marks=False)) == 0


KEYS = [WHO, DATES, WHY, RATES, TWO, YES]
WORDS = st.lists(
    st.sampled_from(
        "le toit fuyait pas mai 2013 artistes 12 8 euros dimanche semaine chauffage cher oies chèvres non oui plus "
        "moins jamais groupe accès qui la mairie toi chofage 2012 juin voisin colis et par avant".split()
    ),
    max_size=14,
).map(" ".join)


@given(st.sampled_from(KEYS), st.one_of(WORDS, st.text(max_size=80)))
@settings(max_examples=150, deadline=None)
def test_any_answer_gets_a_mark_and_always_the_same(key: object, answer: str) -> None:
    """Never an exception, never outside 0..1, the same answer the same mark."""
    first, second = (grade(key, answer, DEFAULT) for _ in range(2))  # type: ignore[arg-type]
    assert first == second
    assert first.score in (0, 0.5, 1)
    assert 0 <= first.confidence <= 1
    assert first.feedback


@given(st.sampled_from(KEYS), st.sampled_from([str.upper, str.lower, str.title]), st.integers(1, 3), st.booleans())
@settings(max_examples=60, deadline=None)
def test_the_key_itself_is_always_right(key: object, case: object, spaces: int, bare: bool) -> None:
    """In any case, with any spaces, without accents."""
    from quizgen.french.sound import folded

    for reference in key.references:  # type: ignore[attr-defined]
        text = (" " * spaces).join(case(folded(reference) if bare else reference).split())  # type: ignore[operator]
        assert score(key, text) == 1


@given(st.sampled_from(KEYS), WORDS, st.integers(0, 100), st.integers(0, 100))
@settings(max_examples=150, deadline=None)
def test_more_tolerance_never_lowers_a_mark(key: object, answer: str, a: int, b: int) -> None:
    low, high = sorted((a, b))
    assert score(key, answer, Policy(tolerance=low)) <= score(key, answer, Policy(tolerance=high))
