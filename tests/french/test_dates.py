import pytest

from quizgen.french.dates import DateSpan, Kind, deictic, find, order_key


def only(text: str) -> DateSpan:
    """The one date of a text."""
    (span,) = find(text)
    assert text[span.start : span.end] == span.text
    return span


@pytest.mark.parametrize(
    ("text", "whole", "core", "kind", "year", "month", "day"),
    [
        ("Mort le 26 juin 2012 à Paris.", "le 26 juin 2012", "26 juin 2012", Kind.DAY, 2012, 6, 26),
        ("Paris, 26 juin 2012", "26 juin 2012", "26 juin 2012", Kind.DAY, 2012, 6, 26),
        ("dès le 1er janvier 2020", "dès le 1er janvier 2020", "1er janvier 2020", Kind.DAY, 2020, 1, 1),
        ("la marche du 8 mars", "du 8 mars", "8 mars", Kind.DAY, None, 3, 8),
        ("du 3 au 5 juillet 2011", "du 3 au 5 juillet 2011", "5 juillet 2011", Kind.DAY, 2011, 7, None),
        ("le 12/03/2011", "le 12/03/2011", "12/03/2011", Kind.DAY, 2011, 3, 12),
        ("2011-03-12", "2011-03-12", "2011-03-12", Kind.DAY, 2011, 3, 12),
        ("En février 2024, il part", "En février 2024", "février 2024", Kind.MONTH, 2024, 2, None),
        ("en juillet", "en juillet", "juillet", Kind.MONTH, None, 7, None),
        ("fin mars", "fin mars", "mars", Kind.MONTH, None, 3, None),
        ("né en 2006", "en 2006", "2006", Kind.YEAR, 2006, None, None),
        ("jusqu’en 1945", "jusqu’en 1945", "1945", Kind.YEAR, 1945, None, None),
        ("à l'été 2012", "à l'été 2012", "2012", Kind.YEAR, 2012, None, None),
        ("en 52 avant J.-C.", "en 52 avant J.-C.", "52 avant J.-C.", Kind.YEAR, -52, None, None),
        ("de 2006 à 2010", "de 2006 à 2010", "2006 à 2010", Kind.YEAR, 2006, None, None),
        ("entre 1914 et 1918", "entre 1914 et 1918", "1914 et 1918", Kind.YEAR, 1914, None, None),
        ("dans les années 1980", "dans les années 1980", "années 1980", Kind.DECADE, 1980, None, None),
        ("les années quatre-vingt", "les années quatre-vingt", "années quatre-vingt", Kind.DECADE, 1980, None, None),
        ("les années 20", "les années 20", "années 20", Kind.DECADE, None, None, None),
        ("au XIXe siècle", "au XIXe siècle", "XIXe siècle", Kind.CENTURY, 1801, None, None),
        ("au XXIᵉ siècle", "au XXIᵉ siècle", "XXIᵉ siècle", Kind.CENTURY, 2001, None, None),
        ("aux XVIIe et XVIIIe siècles", "aux XVIIe et XVIIIe siècles", "XVIIe et XVIIIe siècles", Kind.CENTURY, None,
         None, None),
        ("au Ier siècle avant J.-C.", "au Ier siècle avant J.-C.", "Ier siècle avant J.-C.", Kind.CENTURY, -100, None,
         None),
        ("mardi 3 juillet", "mardi 3 juillet", "mardi 3 juillet", Kind.WEEKDAY_DATE, None, 7, 3),
        ("le mardi 3 juillet 2012", "le mardi 3 juillet 2012", "mardi 3 juillet 2012", Kind.WEEKDAY_DATE, 2012, 7, 3),
    ],
)  # fmt: skip
def test_one_date(
    text: str, whole: str, core: str, kind: Kind, year: int | None, month: int | None, day: int | None
) -> None:
    span = only(text)
    assert (span.text, span.core, span.kind) == (whole, core, kind)
    assert (span.year, span.month, span.day) == (year, month, day)


@pytest.mark.parametrize(
    ("text", "hour", "minute"),
    [
        ("à 8 heures", 8, None),
        ("vers 20h", 20, None),
        ("à 8 h 30", 8, 30),
        ("20h15", 20, 15),
        ("à 10 heures du matin", 10, None),
    ],
)
def test_hours(text: str, hour: int, minute: int | None) -> None:
    span = only(text)
    assert (span.kind, span.hour, span.minute) == (Kind.HOUR, hour, minute)


@pytest.mark.parametrize(
    "text",
    ["plus de 2000 euros", "il a 26 ans", "à 8 heures de Paris", "pendant 8 heures", "la page 2012",
     "cela avait été 2002", "la saison 2011-2012", "le 45/13/2011",
     "Mai est venu", "Avril Lavigne", "", "2000 manifestants"],
)  # fmt: skip
def test_no_date(text: str) -> None:
    assert find(text) == []


def test_dates_come_in_order_and_apart() -> None:
    text = "Le 26 juin 2012, à 8 heures, puis en 2014 et dans les années 2020."
    assert [span.text for span in find(text)] == ["Le 26 juin 2012", "à 8 heures", "en 2014", "dans les années 2020"]


@pytest.mark.parametrize(
    "text",
    ["hier", "avant-hier", "demain", "récemment", "mardi dernier", "aujourd’hui", "il vit ici", "ces derniers jours",
     "ces trois dernières années", "il y a trois jours", "il y a environ deux ans", "l'an dernier", "l'année prochaine",
     "actuellement", "en ce moment", "cette année", "ce matin", "ce dimanche", "Mardi, il part", "dans trois jours",
     "le mois dernier", "juin dernier", "la semaine prochaine", "depuis trois ans", "désormais"],
)  # fmt: skip
def test_deictic(text: str) -> None:
    assert deictic(text)


@pytest.mark.parametrize(
    "text",
    ["en 2012", "le lundi", "chaque lundi", "mardi 3 juillet", "ce jour-là", "cette année-là", "il y a trois hommes",
     "ici-bas", "le lendemain", "la veille", "trois jours plus tard", "dans les années 1980", "pendant trois jours"],
)  # fmt: skip
def test_not_deictic(text: str) -> None:
    assert not deictic(text)


def test_order_keys_bound_the_span() -> None:
    assert order_key(only("le 26 juin 2012")) == ((2012, 6, 26), (2012, 6, 26))
    assert order_key(only("en juin 2012")) == ((2012, 6, 1), (2012, 6, 31))
    assert order_key(only("de 2006 à 2010")) == ((2006, 1, 1), (2010, 12, 31))
    assert order_key(only("au XIXe siècle")) == ((1801, 1, 1), (1900, 12, 31))
    assert order_key(only("le 26 juin")) is None
    assert order_key(only("avant 1850")) is None
