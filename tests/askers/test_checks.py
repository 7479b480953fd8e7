"""What no candidate may be: too short or long, unclean, its key in its stem."""

from typing import Any

import pytest

from quizgen.askers.checks import clean, leaks, long_enough, passes
from quizgen.quiz import Candidate

STEM = "Pourquoi la mairie de Lorient a-t-elle fermé la piscine ?"


def candidate(stem: str = STEM, key: Any = "parce que l'eau manquait") -> Candidate:
    """A candidate of that stem and key."""
    return Candidate("citation", "locate", ("short_answer",), stem, key, (), 0.9)


@pytest.mark.parametrize(
    ("stem", "key"),
    [
        (STEM, "parce que l'eau manquait"),
        ("Qui a fermé la piscine de Lorient ?", "la mairie"),
        ("Combien de nageurs la piscine accueillait-elle ?", "1 200"),
        ("La mairie a fermé la piscine.", False),
        ("La [[1]] de Lorient a [[2]] la piscine pendant la [[3]].", ("mairie", "fermé", "semaine")),
        ("Qui a déclaré : « L'eau manque dans toute la région » ?", "Nadia Ferrand"),
        ("À quoi renvoie « cette décision » ?", "au fait que la mairie a fermé la piscine"),
    ],
)
def test_sound_candidate_passes(stem: str, key: Any) -> None:
    assert passes(candidate(stem, key))


@pytest.mark.parametrize(
    ("stem", "key"),
    [
        ("Qui ?", "Nadia"),
        (STEM, ""),
        (STEM, " ".join(["mot"] * 31)),
        ("Pourquoi " + "très " * 62 + "?", "la pluie"),
        ("Le " + "très " * 80 + "[[1]].", ("un", "deux")),
    ],
)
def test_too_short_or_too_long(stem: str, key: Any) -> None:
    assert not long_enough(candidate(stem, key))
    assert not passes(candidate(stem, key))


@pytest.mark.parametrize("stem", ["Qu'est-ce qui a été adopté ?", "Qui était là ?", "Comment est-elle ?"])
def test_stem_that_says_too_little(stem: str) -> None:
    """One content word is not enough to know what is asked; a name is."""
    assert not passes(candidate(stem, "un texte de loi"))
    assert passes(candidate(stem.replace(" ?", " par Nadia ?"), "un texte de loi"))


@pytest.mark.parametrize("stem", ["Qui a voté la loi de ?", "Pourquoi la mairie ferme-t-elle et ?", "Elle ferme dans."])
def test_stem_that_breaks_off(stem: str) -> None:
    assert not passes(candidate(stem, "un texte"))


def test_a_statement_may_be_longer_than_a_question() -> None:
    long = "La mairie " + "vraiment " * 65 + "ferme."
    assert long_enough(candidate(long, True))
    assert not long_enough(candidate(long, "oui"))


@pytest.mark.parametrize(
    "text",
    [
        "Pourquoi la mairie , hier, a-t-elle fermé ?",
        "Où la mairie de le port a-t-elle fermé la piscine ?",
        "À quoi sert la piscine de les enfants ?",
        "Pourquoi que il a fermé ?",
        "Qu'a fait la mairie ( ) en mai ?",
        "Pourquoi la mairie, ?",
        "Qui a dit « l'eau manque ?",
        "Qui a dit “l'eau manque ?",
        "Qui a fermé\nla piscine ?",
        "Il faut donner à le maire un vélo.",
    ],
)
def test_traces_of_a_bad_cut(text: str) -> None:
    """Neither stem nor key may carry them."""
    assert not clean(candidate(stem=text))
    assert not clean(candidate(key=text))
    assert not passes(candidate(stem=text))


@pytest.mark.parametrize(
    ("stem", "key", "leaked"),
    [
        ("Qui est Nadia Ferrand, la directrice ?", "la directrice", True),
        ("Qui est Nadia Ferrand ?", "Nadia Ferrand", True),
        ("Pourquoi la piscine fermée reste-t-elle fermée ?", "parce que la piscine manque", False),
        ("Pourquoi la piscine manque-t-elle d'eau ?", "la piscine manque", True),
        ("Qui a fermé la piscine ?", "la mairie", False),
        ("De qui la PISCINE est-elle ?", "la piscine", True),
        ("Combien de rues ?", "12", False),
        ("Vrai ou faux : la piscine ferme.", True, False),
        ("La [[1]] ferme.", ("piscine", "ferme"), False),
    ],
)
def test_stem_that_gives_the_key_away(stem: str, key: Any, leaked: bool) -> None:
    """Half of the key's content words in the stem are too many; verdicts and gaps cannot leak so."""
    assert leaks(candidate(stem, key)) is leaked
