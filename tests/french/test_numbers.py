import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.french.numbers import approximate, in_digits, in_words, value, variants


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("12", 12),
        ("9,5", 9.5),
        ("3.5", 3.5),
        ("10 000", 10_000),
        ("10\u00a0000", 10_000),
        ("1\u202f234\u202f567", 1_234_567),
        ("10.000", 10_000),
        ("-5", -5),
        ("−12,5", -12.5),
        ("douze", 12),
        ("une", 1),
        ("vingt et un", 21),
        ("vingt-et-un", 21),
        ("Soixante et onze", 71),
        ("quatre-vingts", 80),
        ("quatre-vingt-dix-sept", 97),
        ("deux cents", 200),
        ("cent un", 101),
        ("mille sept cent quatre-vingt-neuf", 1789),
        ("quatre-vingt mille", 80_000),
        ("septante-deux", 72),
        ("nonante", 90),
        ("3 mille", 3_000),
        ("3 millions", 3_000_000),
        ("800 millions", 800_000_000),
        ("800\u00a0millions", 800_000_000),
        ("1,2 milliard", 1_200_000_000),
        ("trois millions deux cent mille", 3_200_000),
        ("deux milliards cinq cents millions", 2_500_000_000),
        ("un million et demi", 1_500_000),
        ("2 milliards et demi", 2_500_000_000),
        ("deux et demi", 2.5),
        ("une dizaine", 10),
        ("deux douzaines", 24),
        ("une demi-douzaine", 6),
        ("trois milliers", 3000),
        ("plus de 12", 12),
        ("environ 800 000", 800_000),
        ("près de deux cents", 200),
        ("12 environ", 12),
    ],
)
def test_value(text: str, figure: float) -> None:
    assert value(text) == pytest.approx(figure)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "et",
        "XIXe",
        "12e",
        "vingt trois deux",
        "plusieurs",
        "des milliers",
        "3 millions d'euros",
        "12 %",
        "millions",
    ],
)
def test_not_a_figure(text: str) -> None:
    assert value(text) is None


@given(st.integers(min_value=0, max_value=999_999_999))
def test_words_and_digits_come_back(n: int) -> None:
    assert value(in_words(n)) == n
    assert value(in_digits(n)) == n


@pytest.mark.parametrize(
    "text",
    [
        "plus de 12 morts",
        "environ 300 personnes",
        "près de 40 %",
        "une centaine de manifestants",
        "des milliers de gens",
        "quelque 300 personnes",
        "au moins trois blessés",
        "jusqu'à 40 degrés",
        "12 à 15 euros",
        "trois ou quatre fois",
        "300 euros environ",
        "moins d'un million",
        "dans les 300 euros",
        "presque vingt-cinq ans",
    ],
)
def test_approximate(text: str) -> None:
    assert approximate(text)


@pytest.mark.parametrize(
    "text",
    [
        "12 personnes",
        "une semaine",
        "plus jamais",
        "près de Paris",
        "passer de 12 à 15 %",
        "plus de la moitié",
        "en 2012",
    ],
)
def test_exact_or_no_figure(text: str) -> None:
    assert not approximate(text)


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("12", {"douze"}),
        ("douze", {"12"}),
        ("10\u00a0000", {"10000", "dix mille"}),
        ("3 millions", {"trois millions", "3 000 000", "3000000"}),
        ("1 200 000 000", {"1,2 milliard", "1200000000"}),
        ("plus de 12", {"plus de douze"}),
        ("une dizaine", {"environ 10", "environ dix"}),
        ("vingt et un", {"21", "vingt-et-un"}),
    ],
)
def test_variants(text: str, others: set[str]) -> None:
    assert others <= set(variants(text))


def test_variants_keep_the_text_first_and_nothing_twice() -> None:
    spellings = variants("10\u00a0000")
    assert spellings[0] == "10 000"
    assert len(spellings) == len(set(spellings))
    assert variants("XIXe") == ("XIXe",)


@given(st.integers(min_value=0, max_value=10**10))
def test_every_variant_is_the_same_figure(n: int) -> None:
    assert {value(spelling) for spelling in variants(str(n))} == {n}


def test_french_printing() -> None:
    assert in_digits(1_234_567) == "1\u202f234\u202f567"
    assert in_digits(12_345.5, " ") == "12 345,5"
    assert in_words(80) == "quatre-vingts"
