import pytest

from quizgen.french.inversion import invert, invert_group


@pytest.mark.parametrize(
    ("verb", "pronoun", "expected"),
    [
        ("a", "il", "a-t-il"),
        ("sont", "ils", "sont-ils"),
        ("dénonce", "elle", "dénonce-t-elle"),
        ("convainc", "il", "convainc-t-il"),
        ("vainc", "on", "vainc-t-on"),
        ("prend", "il", "prend-il"),
        ("va", "on", "va-t-on"),
        ("faut", "il", "faut-il"),
        ("dira", "elle", "dira-t-elle"),
        ("disent", "elles", "disent-elles"),
        ("est", "ce", "est-ce"),
        ("sera", "ce", "sera-ce"),
        ("as", "tu", "as-tu"),
        ("allez", "vous", "allez-vous"),
        ("peux", "je", "puis-je"),
        ("ai", "je", "ai-je"),
        ("pourrais", "je", "pourrais-je"),
        ("irai", "je", "irai-je"),
        ("Est", "il", "Est-il"),
        ("parle", "je", None),
        ("cours", "je", None),
    ],
)
def test_invert(verb: str, pronoun: str, expected: str | None) -> None:
    assert invert(verb, pronoun) == expected


@pytest.mark.parametrize(
    ("pre", "finite", "post", "pronoun", "expected"),
    [
        ("ne l'", "a", "pas été vu", "il", "ne l'a-t-il pas été vu"),
        ("ne le", "a", "pas vu", "il", "ne l'a-t-il pas vu"),
        ("ne", "ont", "pas prises", "ils", "n'ont-ils pas prises"),
        ("n'", "sont", "pas venus", "ils", "ne sont-ils pas venus"),
        ("l'y", "a", "conduit", "elle", "l'y a-t-elle conduit"),
        ("se", "est", "arrêté", "il", "s'est-il arrêté"),
        ("s’", "est", "arrêté", "il", "s’est-il arrêté"),
        ("", "va", "partir", "on", "va-t-on partir"),
        ("le", "dénonce", "", "elle", "le dénonce-t-elle"),
        ("", "parle", "", "je", None),
    ],
)
def test_invert_group(pre: str, finite: str, post: str, pronoun: str, expected: str | None) -> None:
    assert invert_group(pre, finite, post, pronoun) == expected
