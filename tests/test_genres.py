"""Verse, dialogue, lists, tables, headings, captions, recipes, interviews, tweets: right or not asked."""

import pytest
from reviewing import TEXTS, asked, quiz_of, reviewed

pytestmark = pytest.mark.model


@pytest.mark.parametrize("name", TEXTS)
def test_nothing_is_asked_that_was_not_found_right(name: str) -> None:
    """Every question of the quiz and of its pool was read beside its text (tests/reviewing.py tells how)."""
    new = set(asked(quiz_of(name))) - reviewed().get(name, set())
    assert not new, f"read these beside {name}, then see tests/reviewing.py: {sorted(new)}"


@pytest.mark.parametrize("name", [name for name in TEXTS if name != "vers.txt"])
def test_the_prose_around_is_asked_about(name: str) -> None:
    """A table or a dialogue does not silence the sentences beside it; of a recipe, little is told as a fact."""
    assert len(quiz_of(name).questions) >= (1 if name == "recette.txt" else 3)


def test_verse_is_left_alone() -> None:
    """No question on a poem, and the reason said."""
    quiz = quiz_of("vers.txt")
    assert quiz.questions == ()
    assert quiz.shortfall is not None
    assert quiz.shortfall.reason
