"""Texte à trous: a passage with key words out, and the words to put back."""

import random
import re

from quizgen.article.record import Article
from quizgen.kinds import BETWEEN, Kind
from quizgen.quiz import Candidate, Question
from quizgen.sheet import Blank, Block, Prompt

GAP = re.compile(r"\[\[(\d+)\]\]")


class Cloze(Kind):
    """Key: one word a gap, in order; choices: the word bank, shuffled."""

    name = "cloze"
    selected_response = True

    def compose(self, candidate: Candidate, article: Article, seed: int) -> Question | None:
        """Takes a stem with as many gaps as its key has words, two at least and all different."""
        key = candidate.key
        if (
            not isinstance(key, tuple)
            or len(set(key)) < max(2, len(key))
            or len(GAP.findall(candidate.stem)) != len(key)
        ):
            return None
        question = Question.of(candidate, self.name)
        bank = sorted({*key, *candidate.distractors}, key=str.casefold)
        random.Random(f"{seed}{question.id}").shuffle(bank)
        return Question.of(candidate, self.name, choices=bank)

    def sheet(self, question: Question) -> list[Block]:
        """The instruction and the text with its gaps."""
        return [Prompt(self.wording["stem"]), Blank(question.stem, question.key, question.choices)]

    def key_text(self, question: Question) -> str:
        """The words in the order of the gaps."""
        return BETWEEN.join(f"({i}) {word}" for i, word in enumerate(question.key, 1))

    def samples(self) -> list[Question]:
        """One passage of three gaps."""
        return [
            self.sample(
                "Le [[1]] mars, la mairie a ouvert une [[2]] de huit [[3]].",
                skill="vocabulary",
                way="texte_a_trous",
                key=("3", "bibliothèque", "salles"),
                choices=("salles", "3", "bibliothèque"),
            )
        ]


KIND = Cloze()
