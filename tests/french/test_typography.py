import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.french.typography import answer, option, question, quote, same, sentence, uncapital

N = "\u00a0"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("à qui  est-ce ?", f"À qui est-ce{N}?"),
        ("l'outil est prêt .", "L'outil est prêt."),
        ("œuvre unique", "Œuvre unique"),
        ("iPhone et iOS", "iPhone et iOS"),
        ("l'iPhone", "L'iPhone"),
        ("d’OpenAI", "D’OpenAI"),
        ("« oui » , dit-il", f"«{N}Oui{N}», dit-il"),
        ("«oui» dit-il", f"«{N}Oui{N}» dit-il"),
        ("voici : rien ; tout", f"Voici{N}: rien{N}; tout"),
        ("quoi ??", f"Quoi{N}?"),
        ("quoi ?!", f"Quoi{N}?!"),
        ("il hésite...", "Il hésite…"),
        ("il est 8:30 ici", "Il est 8:30 ici"),
        ("https://exemple.fr/a", "https://exemple.fr/a"),
        ("12 % des gens", f"12{N}% des gens"),
        ("10\u202f000 euros", "10\u202f000 euros"),
        ("  un   deux\n trois ", "Un deux trois"),
        ("", ""),
        ("…", "…"),
    ],
)
def test_sentence(text: str, expected: str) -> None:
    assert sentence(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("qui a suspendu le projet", f"Qui a suspendu le projet{N}?"),
        ("qui a suspendu le projet.", f"Qui a suspendu le projet{N}?"),
        ("qui a suspendu le projet ?", f"Qui a suspendu le projet{N}?"),
        ("qui a dit : « Quoi ? »", f"Qui a dit{N}: «{N}Quoi{N}?{N}»{N}?"),
        ("que fait M.", f"Que fait M.{N}?"),
        ("à quoi sert l'IA", f"À quoi sert l'IA{N}?"),
    ],
)
def test_question(text: str, expected: str) -> None:
    assert question(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("le studio", "Le studio."),
        ("le studio.", "Le studio."),
        ("le studio,", "Le studio."),
        ("quelle horreur !", f"Quelle horreur{N}!"),
        ("et puis…", "Et puis…"),
        ("des films, etc.", "Des films, etc."),
        ("« Oui. »", f"«{N}Oui.{N}»"),
        ("« oui »", f"«{N}Oui{N}»."),
        ("", ""),
    ],
)
def test_answer(text: str, expected: str) -> None:
    assert answer(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("le studio.", "Le studio"),
        ("le studio ;", "Le studio"),
        ("des films, etc.", "Des films, etc."),
        ("en 52 av. J.-C.", "En 52 av. J.-C."),
        ("et puis...", "Et puis…"),
        ("quoi ?", f"Quoi{N}?"),
    ],
)
def test_option(text: str, expected: str) -> None:
    assert option(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Je pars", f"«{N}Je pars{N}»"),
        ("« Je pars »", f"«{N}Je pars{N}»"),
        ('"Je pars"', f"«{N}Je pars{N}»"),
        ("Il a dit « non » hier", f"«{N}Il a dit “non” hier{N}»"),
        ('Il a dit "non"', f"«{N}Il a dit “non”{N}»"),
        ("« Non » ou « oui »", f"«{N}“Non” ou “oui”{N}»"),
        ("Quoi ?", f"«{N}Quoi{N}?{N}»"),
    ],
)
def test_quote(text: str, expected: str) -> None:
    assert quote(text) == expected


@pytest.mark.parametrize(
    ("text", "proper", "expected"),
    [
        ("Les artistes", False, "les artistes"),
        ("L'ONU", False, "l'ONU"),
        ("À Paris", False, "à Paris"),
        ("Écrire", False, "écrire"),
        ("ONU", False, "ONU"),
        ("OpenAI", False, "OpenAI"),
        ("Paris", True, "Paris"),
        ("L'Oréal", True, "L'Oréal"),
        ("« Les artistes »", False, "« les artistes »"),
        ("12 artistes", False, "12 artistes"),
        ("", False, ""),
    ],
)
def test_uncapital(text: str, proper: bool, expected: str) -> None:
    assert uncapital(text, proper) == expected


def test_same_folds_only_case_spaces_and_apostrophes() -> None:
    assert same("L’Outil  est", "l'outil est ")
    assert same(f"10{N}000", "10 000")
    assert not same("a", "à")
    assert not same("outil", "outils")


WORDS = st.sampled_from(["à", "l'outil", "iPhone", "« oui »", "« Non ? »", "12 %", "10 000", "œuvre", "etc.", "M."])
MARKS = st.sampled_from([" ", ", ", " , ", " : ", " ; ", "; ", " ! ", "... ", ". ", "  ", " ?", "…", "."])


@given(st.lists(st.tuples(WORDS, MARKS), min_size=1, max_size=6))
def test_printing_twice_changes_nothing(pairs: list[tuple[str, str]]) -> None:
    text = "".join(word + mark for word, mark in pairs)
    assert sentence(sentence(text)) == sentence(text)
    assert question(question(text)) == question(text)
    assert question(text).endswith(f"{N}?")
    assert answer(answer(text)) == answer(text)
    assert option(option(text)) == option(text)
