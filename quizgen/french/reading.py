"""An article read: its parsed paragraphs and sentences, each with what forbids to take it at its word."""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from quizgen.french.anaphora import READER, SPEAKER, plain
from quizgen.french.facts import Slot
from quizgen.french.quotes import QUOTED

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

    from quizgen.french.antecedents import Found
    from quizgen.french.clause import Clause
    from quizgen.french.names import Entity

DASHES = ("—", "–", "-")
#: what may stand before a sentence without being of it: white space, the hyphen after a dateline, a dialogue's dash
LEAD = " \t\n\u00a0\u202f-—–"
#: a paragraph of so few words without a full stop is a heading or a caption
HEADING_WORDS = 14
#: lines of a stanza, and characters of a line, at least and at most
STANZA, VERSE = 3, 75
TERMINAL = re.compile(r"[.!?…][»”\")\s]*$")


@dataclass(frozen=True)
class Sentence:
    """A sentence as parsed: its span, the offset of its paragraph in the article, the paragraph's rank from 0, marks.

    Marks: heading, verse, question, exclamation, speech (a line of dialogue), quoted (inside quotation marks),
    unbalanced (a quotation begins or ends in it), personal (je, vous …), fragment (no capital or full stop).
    """

    span: "Span"
    offset: int
    paragraph: int
    marks: frozenset[str]

    @property
    def bounds(self) -> tuple[int, int]:
        """Half-open offsets in the article, white space left out."""
        start = self.offset + self.span.start_char + len(self.span.text) - len(self.span.text.lstrip(LEAD))
        return start, start + len(self.text)

    @property
    def text(self) -> str:
        """The words as they stand."""
        return self.span.text.lstrip(LEAD).rstrip()

    @property
    def plain(self) -> bool:
        """Whether the sentence tells something as a fact."""
        return not self.marks


@dataclass(frozen=True)
class Reading:
    """The text, and its paragraphs as parsed documents with the offset of each."""

    text: str
    docs: tuple["Doc", ...]
    offsets: tuple[int, ...]

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """All sentences, in the order of the text."""
        return tuple(
            Sentence(span, offset, rank, marks_of(span, quoted))
            for rank, (doc, offset) in enumerate(zip(self.docs, self.offsets, strict=True))
            for quoted in [[match.span() for match in QUOTED.finditer(doc.text)]]
            for span in doc.sents
            if span.text.strip()
        )

    @cached_property
    def names(self) -> dict[str, tuple[str, ...]]:
        """The names of the article by type (person, institution, place, thing): one label a name, the majority's."""
        from quizgen.french.names import consistent

        return consistent(self.docs)

    @cached_property
    def clauses(self) -> "tuple[tuple[Clause, Sentence], ...]":
        """Every clause told as a fact and its sentence, cut at a comma before what may go, its pronoun resolved."""
        from quizgen.french.said import told_clauses

        return tuple(told_clauses(self))

    @cached_property
    def antecedents(self) -> "Found":
        """What the subject pronouns stand for, where it is sure."""
        from quizgen.french.antecedents import antecedents

        return antecedents(self)

    @cached_property
    def topics(self) -> frozenset[str]:
        """The main person and the main noun of the article, in all the ways it writes them."""
        from quizgen.french.topics import topics

        return topics(self)

    @cached_property
    def entities(self) -> tuple["Entity", ...]:
        """Who and what the article names, each with all its mentions, in the order of the text."""
        from quizgen.french.names import entities

        return entities(self.docs)


def read(text: str, paragraphs: tuple[tuple[int, int], ...]) -> Reading:
    """Parse the paragraphs (half-open offsets into `text`) of an article."""
    from quizgen.french.names import settle
    from quizgen.french.pipeline import load, parse
    from quizgen.settings import settings

    docs = parse([text[start:end] for start, end in paragraphs], load(settings().pipeline))
    settle(docs)
    return Reading(text, tuple(docs), tuple(start for start, _ in paragraphs))


#: words of a sentence that is quoted whole; characters that a part must hold after what it shows
WHOLE, ENOUGH = 48, 40


def excerpt(sentence: Sentence, start: int, end: int) -> Slot:
    """The sentence around the offsets [start, end) of the article: whole, or cut at punctuation with « […] »."""
    first = sentence.bounds[0]
    text = sentence.text
    low, high = 0, len(text)
    if len(text.split()) > WHOLE:
        cuts = [m.end() for m in re.finditer(r"[,;:]\s", text)]
        low = max([cut for cut in cuts if cut <= start - first], default=0)
        high = min([cut for cut in cuts if cut >= end - first + ENOUGH], default=len(text))
        low = low if high - low >= ENOUGH else 0
    body = nested(text[low:high].strip().rstrip(",;:").rstrip("."))
    return Slot(("[…] " if low else "") + body.strip() + (" […]" if high < len(text) else ""))


def nested(text: str) -> str:
    """Quotation marks as they stand within others: « l'homme » is “l'homme”."""
    return re.sub(r"«\s*", "“", re.sub(r"\s*»", "”", text))


def marks_of(span: "Span", quoted: list[tuple[int, int]]) -> frozenset[str]:
    """What forbids to take a sentence as a plain statement; `quoted` holds the quotations of its paragraph."""
    text, paragraph = span.text.lstrip(LEAD).rstrip(), span.doc.text
    goes_on = span.start > 0 and span.doc[span.start - 1].text == ";"
    tests = {
        "heading": is_heading(paragraph),
        "verse": is_verse(paragraph),
        "question": "?" in text,
        "exclamation": "!" in text,
        "speech": span.text.lstrip().startswith(DASHES[:2]) or paragraph.lstrip().startswith(DASHES),
        "quoted": any(start <= span.root.idx < end for start, end in quoted),
        "unbalanced": text.count("«") != text.count("»")
        or text.count("“") != text.count("”")
        or text.count('"') % 2 == 1,
        "personal": any(
            plain(token) in SPEAKER - READER - {"on"}
            and token.pos_ in ("PRON", "DET")
            and not any(start <= token.idx < end for start, end in quoted)
            for token in span
        ),
        "fragment": not (text[:1].isupper() or text[:1].isdigit() or text[:1] in '«“"' or goes_on)
        or not (TERMINAL.search(text) or text.endswith(";")),
    }
    return frozenset(name for name, holds in tests.items() if holds)


def is_verse(paragraph: str) -> bool:
    """Whether a paragraph is a stanza: short lines with capitals, most of which end without a full stop."""
    lines = [line.strip() for line in paragraph.splitlines() if line.strip()]
    if len(lines) < STANZA or max(map(len, lines)) > VERSE:
        return False
    capitals = sum(line.lstrip("«“— ")[:1].isupper() for line in lines)
    stopped = sum(TERMINAL.search(line) is not None for line in lines)
    return capitals >= 0.8 * len(lines) and stopped <= len(lines) / 2


def is_heading(paragraph: str) -> bool:
    """Whether a paragraph is a heading or a caption: short, without a final full stop."""
    return len(paragraph.split()) <= HEADING_WORDS and not TERMINAL.search(paragraph.strip())
