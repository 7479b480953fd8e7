"""Multiple answers: several right options among four or more, all of them to be ticked."""

import random
from typing import Any

from quizgen.article.record import Article
from quizgen.french.typography import option
from quizgen.grading.feedback import feedback
from quizgen.grading.mark import Given, Mark, verdict_of
from quizgen.grading.partial import ticked
from quizgen.grading.policy import Policy
from quizgen.grading.selected import all_or_nothing, places_of
from quizgen.kinds import BETWEEN, UNREADABLE_ANSWER, Kind, Trials
from quizgen.quiz import Candidate, Question
from quizgen.sheet import Block, Choices, Prompt

#: options, right ones and wrong ones at least
FEWEST, FEWEST_RIGHT, FEWEST_WRONG = 4, 2, 1


class MultipleAnswers(Kind):
    """Key: the indices of the right options, in the order shown."""

    name = "multiple_answers"
    selected_response = True

    def compose(self, candidate: Candidate, article: Article, seed: int) -> Question | None:
        """Takes a key of (option, whether it is right) pairs, all different; shuffles them."""
        if not isinstance(candidate.key, tuple) or not all(map(_is_option, candidate.key)):
            return None
        options = [(option(text), right) for text, right in candidate.key]
        if not _enough(options):
            return None
        rng = random.Random(f"{seed}{Question.of(candidate, self.name).id}")
        rng.shuffle(options)
        key = [place for place, (_, right) in enumerate(options) if right]
        return Question.of(candidate, self.name, choices=[text for text, _ in options], key=key)

    def sheet(self, question: Question) -> list[Block]:
        """Stem and options, several of which are to be ticked."""
        return [
            Prompt(question.stem, self.wording["instruction"]),
            Choices(question.choices, question.key, multiple=True),
        ]

    def key_text(self, question: Question) -> str:
        """The right options."""
        return BETWEEN.join(question.choices[place] for place in question.key)

    def read(self, question: Question, raw: Any) -> Given:
        """The indices ticked."""
        places = places_of(raw, question.choices)
        return UNREADABLE_ANSWER if places is None else Given(places)

    def grade(self, question: Question, given: Given, policy: Policy) -> Mark:
        """Right ticks less the policy's penalty for each wrong one."""
        score = ticked(given.value, question.key, policy.penalty)
        if score in (0.0, 1.0):
            return all_or_nothing(score == 1.0, question.line)
        return Mark(score, verdict_of(score), 1.0, feedback("ticked", question.line))

    def trials(self) -> Trials:
        """The second and the fourth of four options are right."""
        return Trials([1, 3], [1], [0, 2], [9])

    def samples(self) -> list[Question]:
        """One question with two right options out of four."""
        return [
            self.sample(
                "Parmi ces affirmations sur la nouvelle bibliothèque, lesquelles sont vraies ?",
                skill="understand",
                way="vrai_faux",
                key=(1, 3),
                choices=(
                    "Elle compte douze salles",
                    "Elle a ouvert en mars",
                    "Elle se trouve à Lyon",
                    "Elle accueille le public le dimanche",
                ),
            )
        ]


def _is_option(pair: Any) -> bool:
    """Whether `pair` is an option and whether it is right."""
    return isinstance(pair, tuple) and len(pair) == 2 and isinstance(pair[0], str) and isinstance(pair[1], bool)


def _enough(options: list[tuple[str, bool]]) -> bool:
    """Whether there are options enough, right and wrong, none of them empty or twice there."""
    texts, verdicts = zip(*options, strict=True) if options else ((), ())
    right = sum(verdicts)
    return (
        all(texts)
        and len(set(texts)) == len(texts) >= FEWEST
        and right >= FEWEST_RIGHT
        and len(texts) - right >= FEWEST_WRONG
    )


KIND = MultipleAnswers()
