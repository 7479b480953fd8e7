"""The two tables of French words: what nouns stand for, and the gender of first names."""

from pathlib import Path

import pytest

from quizgen.french.nouns import first_names, lexicon

DATA = Path(__file__).parents[2] / "quizgen" / "french" / "data"
TABLES = {
    "nouns.tsv": {"person", "institution", "place", "time", "quantity", "event", "animal"},
    "first_names.tsv": {"Masc", "Fem"},
}


def lines_of(table: str) -> list[str]:
    return (DATA / table).read_text(encoding="utf-8").splitlines()


def rows_of(table: str) -> list[tuple[str, ...]]:
    return [tuple(line.split("\t")) for line in lines_of(table) if not line.startswith("#")]


@pytest.mark.parametrize("table", TABLES)
def test_states_source_and_licence_first(table: str) -> None:
    header = [line for line in lines_of(table) if line.startswith("#")]
    assert lines_of(table)[: len(header)] == header
    assert "icence" in " ".join(header)


@pytest.mark.parametrize("table", TABLES)
def test_every_row_is_one_word_and_a_known_value(table: str) -> None:
    for row in rows_of(table):
        word, value = row
        assert word.split() == [word], row
        assert value in TABLES[table], row


@pytest.mark.parametrize("table", TABLES)
def test_is_sorted_without_duplicates(table: str) -> None:
    words = [row[0] for row in rows_of(table)]
    assert words == sorted(set(words))


def test_noun_lemmas_are_lower_case() -> None:
    assert [lemma for lemma, _ in rows_of("nouns.tsv") if lemma != lemma.lower()] == []


def test_first_names_are_capitalised() -> None:
    assert [name for name, _ in rows_of("first_names.tsv") if not name[0].isupper()] == []


@pytest.mark.parametrize(
    ("lemma", "kind"),
    [
        ("chercheuse", "person"),
        ("élève", "person"),
        ("français", "person"),
        ("habitant", "person"),
        ("sœur", "person"),
        ("porte-parole", "person"),
        ("gouvernement", "institution"),
        ("musée", "institution"),
        ("équipe", "institution"),
        ("pays", "place"),
        ("ville", "place"),
        ("forêt", "place"),
        ("siècle", "time"),
        ("juillet", "time"),
        ("kilomètre", "quantity"),
        ("douzaine", "quantity"),
        ("élection", "event"),
        ("incendie", "event"),
        ("loup", "animal"),
        ("tigre", "animal"),
    ],
)
def test_noun_stands_for(lemma: str, kind: str) -> None:
    assert lexicon()[lemma] == kind


@pytest.mark.parametrize("lemma", ["moteur", "cadre", "critique", "cuisinière", "facteur", "me", "table", "none"])
def test_noun_with_another_main_sense_is_left_out(lemma: str) -> None:
    assert lemma not in lexicon()


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("Jean-Pierre", "Masc"),
        ("Mamadou", "Masc"),
        ("Émile", "Masc"),
        ("Wolfgang", "Masc"),
        ("Anne-Marie", "Fem"),
        ("Zoé", "Fem"),
        ("Fatima", "Fem"),
        ("Yoko", "Fem"),
    ],
)
def test_first_name_gender(name: str, gender: str) -> None:
    assert first_names()[name] == gender


@pytest.mark.parametrize("name", ["Dominique", "Camille", "Claude", "Andrea", "Kim", "Sacha"])
def test_name_of_both_genders_is_left_out(name: str) -> None:
    assert name not in first_names()
