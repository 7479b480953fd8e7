"""Texte à trous: a passage with key words out, and the words to put back."""

import random
import re
from typing import Any

from quizgen.article.record import Article
from quizgen.french.sound import folded
from quizgen.grading.likeness import HEARD, NEAR, likeness
from quizgen.grading.mark import Given, Mark
from quizgen.grading.policy import Policy
from quizgen.grading.selected import by_parts
from quizgen.grading.terms import Term
from quizgen.kinds import BETWEEN, UNREADABLE_ANSWER, Kind, Trials
from quizgen.quiz import Candidate, Question
from quizgen.sheet import Blank, Block, Prompt

#: how like a word may be the one of its gap: heard or misspelt so, but no other form of it
SPELT = (HEARD, NEAR)
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

    def read(self, question: Question, raw: Any) -> Given:
        """One word a gap, "" for an empty one; « a ; b ; c » is read too."""
        words = re.split(r"\s*[;|]\s*", raw) if isinstance(raw, str) else raw
        fits = isinstance(words, list | tuple) and len(words) <= len(question.key)
        if not fits or not all(isinstance(word, str) for word in words):
            return UNREADABLE_ANSWER
        return Given(tuple(words) + ("",) * (len(question.key) - len(words)))

    def grade(self, question: Question, given: Given, policy: Policy) -> Mark:
        """Gap by gap; a misspelt word passes by the policy unless the bank has it for another gap."""
        right = sum(self._fits(*pair, question, policy) for pair in zip(given.value, question.key, strict=True))
        return by_parts(right, len(question.key), question.line)

    def trials(self) -> Trials:
        """All gaps; two of three; none; too many words."""
        return Trials(["3", "bibliothèque", "salles"], ["3", "bibliothèque", "x"], ["x", "y", "z"], ["a"] * 9)

    def _fits(self, word: str, wanted: str, question: Question, policy: Policy) -> bool:
        given, key = word.strip().casefold(), wanted.casefold()
        if given == key:
            return True
        if not given or policy.strict or given in {choice.casefold() for choice in question.choices or ()}:
            return False
        a, b = folded(given), folded(key)
        if a == b:
            return not policy.accents
        return len(b) > 2 and likeness(Term(wanted, b), Term(word, a), policy.tolerance) in SPELT

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
