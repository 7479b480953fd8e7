"""What every drawing of a look inside shows: sentences with their facts and questions, names, references."""

import bisect
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from quizgen.article.record import Article
from quizgen.french.facts import Fact
from quizgen.french.look import SCHEMA, Entity, Look, SeenSentence, look_at
from quizgen.quiz import Candidate


@dataclass(frozen=True)
class Row:
    """A sentence, its number from 1, the article's line where it begins, and the facts and questions it proves."""

    number: int
    line: int
    sentence: SeenSentence
    facts: tuple[Fact, ...]
    questions: tuple[Candidate, ...]


@dataclass(frozen=True)
class Name:
    """A name with its type and its mentions, each with the row where it stands."""

    text: str
    type: str
    mentions: tuple[tuple[Entity, Row], ...]


@dataclass(frozen=True)
class View:
    """An article as given (`source`), what was seen in it, and the questions that the askers propose before any choice.

    A fact or a question stands in the row of every sentence that proves it.
    """

    source: str
    article: Article
    look: Look
    questions: tuple[Candidate, ...]

    @property
    def title(self) -> str:
        """The article's title, its source where it has none."""
        return self.article.title or self.source

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """The sentences in the order of the text."""
        facts = self._by_sentence((start, fact) for fact in self.look.facts for start, _ in fact.spans)
        questions = self._by_sentence((proof.start, asked) for asked in self.questions for proof in asked.evidence)
        return tuple(
            Row(rank + 1, self.article.line_at(sentence.start), sentence, tuple(facts[rank]), tuple(questions[rank]))
            for rank, sentence in enumerate(self.look.sentences)
        )

    @cached_property
    def names(self) -> tuple[Name, ...]:
        """The names in the order of their first mention."""
        mentions: dict[tuple[str, str], list[tuple[Entity, Row]]] = defaultdict(list)
        for entity in self.look.entities:
            mentions[entity.text, entity.type].append((entity, self.row_at(entity.start)))
        return tuple(Name(text, kind, tuple(found)) for (text, kind), found in mentions.items())

    def row_at(self, offset: int) -> Row:
        """The row of the sentence that holds the character at `offset`."""
        return self.rows[self._rank(offset)]

    def to_json(self) -> dict[str, Any]:
        """Schema 1; see `quizgen parse -f json` in the README."""
        head = {"schema": SCHEMA, "source": self.source, "title": self.article.title, "text": self.article.text}
        return head | self.look.to_json() | {"questions": [_question(asked) for asked in self.questions]}

    def _rank(self, offset: int) -> int:
        return max(0, bisect.bisect_right([sentence.start for sentence in self.look.sentences], offset) - 1)

    def _by_sentence(self, placed: Iterable[tuple[int, Any]]) -> dict[int, list[Any]]:
        found: dict[int, list[Any]] = defaultdict(list)
        for offset, item in placed:
            if item not in found[rank := self._rank(offset)]:
                found[rank].append(item)
        return found


def view_of(source: str, article: Article) -> View:
    """Everything there is to show of `article`, read from `source`."""
    from quizgen.askers import ask
    from quizgen.french.reading import read

    reading = read(article.text, article.paragraphs)
    return View(source, article, look_at(reading), ask(reading, article))


def _question(asked: Candidate) -> dict[str, Any]:
    return {
        "stem": asked.stem,
        "template": asked.template,
        "confidence": round(asked.confidence, 4),
        "evidence": [[proof.start, proof.end] for proof in asked.evidence],
    }
