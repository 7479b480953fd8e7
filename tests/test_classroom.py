"""« Accepter cette réponse pour toute la classe »: marks change at once, those given by hand stay."""

from dataclasses import replace

from quizgen.classroom import accepted, marked, regraded
from quizgen.grading.mark import Mark
from quizgen.grading.policy import Policy
from quizgen.kinds import kind_named

POLICY = Policy()


def test_answer_accepted_for_the_whole_class() -> None:
    (question,) = kind_named("short_answer").samples()
    answers = [
        ("Léa", "à cause des rats"),
        ("Tom", "A cause des rats."),
        ("Zoé", "Elle aimait la musique"),
        ("Max", "les rats"),
    ]
    before = marked(question, answers, POLICY)
    assert [each.mark.score for each in before] == [0, 0, 0, 0]
    by_hand = replace(before[3], mark=Mark(0.25, "partial", 1.0, "presque"), by_hand=True)
    wider = accepted(question, "à cause des rats")
    after = regraded(wider, [*before[:3], by_hand], POLICY)
    assert [each.mark.score for each in after] == [1, 1, 0, 0.25]
    assert after[3] is by_hand
    assert accepted(wider, "à cause des rats") is wider
