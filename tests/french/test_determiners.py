import pytest

from quizgen.french.determiners import Kind, article_of, definite, demonstrative, quel, subject_pronoun


def test_quel_and_pronoun_agree() -> None:
    genders = [("Masc", "Sing"), ("Fem", "Sing"), ("Masc", "Plur"), ("Fem", "Plur")]
    assert [quel(*both) for both in genders] == ["quel", "quelle", "quels", "quelles"]
    assert [subject_pronoun(*both) for both in genders] == ["il", "elle", "ils", "elles"]


def test_demonstrative_minds_the_vowel() -> None:
    assert demonstrative("Masc", "Sing", "studio") == "ce"
    assert demonstrative("Masc", "Sing", "homme") == "cet"
    assert demonstrative("Masc", "Sing", "héros") == "ce"
    assert demonstrative("Fem", "Sing", "école") == "cette"
    assert demonstrative("Fem", "Plur", "écoles") == "ces"


@pytest.mark.parametrize(
    ("text", "surface", "kind", "gender", "number", "rest"),
    [
        ("le studio", "le", Kind.DEFINITE, "Masc", "Sing", "studio"),
        ("L’outil", "L’", Kind.DEFINITE, None, "Sing", "outil"),
        ("les artistes", "les", Kind.DEFINITE, None, "Plur", "artistes"),
        ("tous les artistes", "tous les", Kind.DEFINITE, None, "Plur", "artistes"),
        ("toute l'équipe", "toute l'", Kind.DEFINITE, None, "Sing", "équipe"),
        ("tout enfant", "tout", Kind.QUANTIFIER, "Masc", "Sing", "enfant"),
        ("un groupe d'artistes", "un", Kind.INDEFINITE, "Masc", "Sing", "groupe d'artistes"),
        ("Une œuvre", "Une", Kind.INDEFINITE, "Fem", "Sing", "œuvre"),
        ("des artistes", "des", Kind.INDEFINITE, None, "Plur", "artistes"),
        ("d'autres artistes", "d'", Kind.INDEFINITE, None, None, "autres artistes"),
        ("du pain", "du", Kind.PARTITIVE, "Masc", "Sing", "pain"),
        ("de la farine", "de la", Kind.PARTITIVE, "Fem", "Sing", "farine"),
        ("de l'eau", "de l'", Kind.PARTITIVE, None, "Sing", "eau"),
        ("son amie", "son", Kind.POSSESSIVE, None, "Sing", "amie"),
        ("sa sœur", "sa", Kind.POSSESSIVE, "Fem", "Sing", "sœur"),
        ("leurs voisins", "leurs", Kind.POSSESSIVE, None, "Plur", "voisins"),
        ("cette décision", "cette", Kind.DEMONSTRATIVE, "Fem", "Sing", "décision"),
        ("trois artistes", "trois", Kind.NUMERAL, None, "Plur", "artistes"),
        ("10 000 euros", "10 000", Kind.NUMERAL, None, "Plur", "euros"),
        ("vingt et un députés", "vingt et un", Kind.NUMERAL, None, "Plur", "députés"),
        ("chaque jour", "chaque", Kind.QUANTIFIER, None, "Sing", "jour"),
        ("certaines villes", "certaines", Kind.QUANTIFIER, "Fem", "Plur", "villes"),
    ],
)
def test_article_of(text: str, surface: str, kind: Kind, gender: str | None, number: str | None, rest: str) -> None:
    found = article_of(text)
    assert found is not None
    assert (found.text, found.kind, found.gender, found.number, found.rest) == (surface, kind, gender, number, rest)


@pytest.mark.parametrize("text", ["", "Paris", "OpenAI", "artistes", "le", "demain matin", "lesquels", "Lesage"])
def test_no_determiner(text: str) -> None:
    assert article_of(text) is None


@pytest.mark.parametrize(
    ("phrase", "gender", "number", "expected"),
    [
        ("un groupe d'artistes", "Masc", "Sing", "le groupe d'artistes"),
        ("une œuvre", "Fem", "Sing", "l'œuvre"),
        ("un héros", "Masc", "Sing", "le héros"),
        ("des artistes", "Masc", "Plur", "les artistes"),
        ("de nombreux artistes", "Masc", "Plur", "les nombreux artistes"),
        ("d'autres artistes", "Masc", "Plur", "les autres artistes"),
        ("du pain", "Masc", "Sing", "le pain"),
        ("de l'eau", "Fem", "Sing", "l'eau"),
        ("le groupe", "Masc", "Sing", "le groupe"),
        ("trois artistes", "Masc", "Plur", "les trois artistes"),
        ("artistes", "Masc", "Plur", "les artistes"),
        ("un des artistes", "Masc", "Sing", None),
        ("une de ses amies", "Fem", "Sing", None),
        ("son studio", "Masc", "Sing", None),
        ("ce studio", "Masc", "Sing", None),
        ("plusieurs artistes", "Masc", "Plur", None),
        ("de Paris", "Masc", "Sing", None),
        ("Paris", "Masc", "Sing", None),
    ],
)
def test_definite(phrase: str, gender: str, number: str, expected: str | None) -> None:
    assert definite(phrase, gender, number) == expected
