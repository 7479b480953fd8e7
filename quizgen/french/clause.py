"""A main clause and the roles in it, as records over a parsed paragraph."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from spacy.tokens import Doc, Span, Token

from quizgen.french import parts, tree


@dataclass(frozen=True)
class Role:
    """A part of a clause: its name, its words, what introduces it and how sure it is (0..1)."""

    name: str
    span: Span
    marker: str
    confidence: float
    type: str = ""


@dataclass(frozen=True)
class Antecedent:
    """What a pronoun stands for: a noun phrase, the bounds in the article of the sentence that names it, the chance.

    `text` says it in other words than the span's where it must (« son père » is « le père de Louis »).
    """

    span: Span
    told: tuple[int, int]
    chance: float
    text: str = ""


@dataclass(frozen=True)
class Clause:
    """A main clause: its words are `doc[start:end]`; `head` its lexical verb, `finite` the conjugated word.

    `antecedent` is what a pronoun for subject stands for, once that is known; `inserted` stands between subject and
    verb and is no part of what is told (« , lui, », « , en revanche, »).
    """

    head: Token
    finite: Token
    start: int
    end: int
    subject: Span
    shared: bool
    marks: frozenset[str]
    roles: tuple[Role, ...] = field(default=())
    antecedent: Antecedent | None = None
    inserted: Span | None = None

    @property
    def doc(self) -> Doc:
        """The parsed paragraph."""
        return self.head.doc

    @property
    def subject_head(self) -> Token:
        """The noun of the subject, or of what it stands for."""
        return tree.head_within(self.named)

    @property
    def named(self) -> Span:
        """The subject as it can be named outside the text."""
        return self.antecedent.span if self.antecedent is not None else self.subject

    @property
    def taken(self) -> float:
        """The chance that the subject stands for what it is named by: 1 where it names itself."""
        return self.antecedent.chance if self.antecedent is not None else 1.0

    def rest(self, omit: Iterable[Span] = ()) -> list[Token]:
        """The verb group and all that follows in the clause, without its subject and the spans to omit."""
        gone = {token.i for span in (self.subject, *omit, *self.aside) for token in span}
        return [token for token in self.doc[self.group_start : self.end] if token.i not in gone]

    @property
    def aside(self) -> tuple[Span, ...]:
        """What is inserted, as spans to omit."""
        return () if self.inserted is None else (self.inserted,)

    @property
    def clitic(self) -> str:
        """« vous » or « on » for subject: the reader or anybody, who need no naming; else ""."""
        word = self.subject.text.lower() if self.antecedent is None else ""
        return word if word in ("vous", "on") else ""

    @property
    def group_start(self) -> int:
        """The first word of the verb group: all between the subject and the conjugated word belongs to it."""
        if not self.shared:
            return self.subject.end
        first = self.finite.i
        while first > self.start and is_proclitic(self.doc[first - 1]):
            first -= 1
        return first

    def role(self, name: str) -> Role | None:
        """The surest role of that name."""
        return max((role for role in self.roles if role.name == name), key=lambda role: role.confidence, default=None)


def is_proclitic(token: Token) -> bool:
    """Whether the word is « ne » or a pronoun that leans on the verb after it."""
    return token.lower_.replace("’", "'") in {
        "ne",
        "n'",
        "se",
        "s'",
        "me",
        "m'",
        "te",
        "t'",
        "nous",
        "vous",
        "le",
        "la",
        "l'",
        "les",
        "lui",
        "leur",
        "y",
        "en",
    } and (parts.is_pronoun(token) or token.lower_[0] == "n")
