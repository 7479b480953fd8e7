"""Everything an article says that we understood: the facts of all finders, in the order of the text."""

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from quizgen.french import parts, tree
from quizgen.french.anaphora import dangling
from quizgen.french.circumstances import circumstance_facts
from quizgen.french.complements import complement_facts
from quizgen.french.connectives import find
from quizgen.french.facts import Fact, Slot
from quizgen.french.figures import figure_facts
from quizgen.french.hearsay import hearsay_facts
from quizgen.french.identity import identity_facts
from quizgen.french.infinitives import infinitive_facts
from quizgen.french.nouns import is_definite_description, type_of
from quizgen.french.pairs import pair_facts
from quizgen.french.quotes import FEWEST, QUOTED, quotations
from quizgen.french.reading import Reading, excerpt
from quizgen.french.reference import reference_facts
from quizgen.french.relatives import participle_facts
from quizgen.french.said import clause_facts, sentence_facts
from quizgen.french.stems import phrase
from quizgen.french.themes import appeal_facts, theme_facts
from quizgen.french.vocabulary import vocabulary_facts

if TYPE_CHECKING:
    from spacy.tokens import Span


#: sorts of nouns that say nothing (« une précaution »)
NEVER_SAY = frozenset(["event", "time", "quantity"])
#: verbs that only an inserted clause says (« résume-t-il »)
INSERTED = frozenset("résumer poursuivre reprendre conclure insister continuer ajouter renchérir lancer".split())
#: characters of a quotation's marks, spaces and full stop
MARKS = 6


def facts(reading: Reading) -> tuple[Fact, ...]:
    """All facts of `reading`, by place."""
    finders: tuple[Callable[[Reading], Iterator[Fact]], ...] = (
        clause_facts,
        sentence_facts,
        quote_facts,
        figure_facts,
        identity_facts,
        hearsay_facts,
        infinitive_facts,
        circumstance_facts,
        participle_facts,
        pair_facts,
        complement_facts,
        reference_facts,
        connective_facts,
        vocabulary_facts,
        theme_facts,
        appeal_facts,
    )
    return tuple(sorted((fact for finder in finders for fact in finder(reading)), key=lambda fact: fact.spans[0]))


def quote_facts(reading: Reading) -> Iterator[Fact]:
    """A fact « quote » (quote, speaker, verb) for each quotation whose speaker is named."""
    spoken = sum(len(m.group().split()) > FEWEST for doc in reading.docs for m in QUOTED.finditer(doc.text))
    all_found = [found for doc in reading.docs for found in quotations(doc)]
    for rank, (doc, offset) in enumerate(zip(reading.docs, reading.offsets, strict=True)):
        for found in [each for each in all_found if each.speaker.doc is doc]:
            taken = reading.antecedents.get((rank, found.speaker.start))
            named = taken.span if taken is not None else found.speaker
            if dangling(named) or type_of(tree.head_within(named)) in NEVER_SAY:
                continue
            start, end = (
                offset + min(found.start, found.speaker.start_char),
                offset + max(found.end, found.speaker.end_char),
            )
            speaker = offset + found.speaker.start_char
            slots = {
                "quote": Slot(found.text, offset + found.start, offset + found.end, "clause"),
                "speaker": Slot(
                    taken.text if taken is not None and taken.text else phrase(named),
                    speaker,
                    speaker + len(found.speaker.text),
                    type_of(tree.head_within(named)),
                ),
                "said": Slot(saying(found.verb)),
                "shown": Slot(found.text[:1].upper() + found.text[1:]),
            }
            if is_definite_description(named) and (named_before(reading, speaker) or named_beside(reading, named.text)):
                continue
            whole = found.end - found.start <= len(found.text) + MARKS
            same = sum(other.speaker.text == found.speaker.text for other in all_found)
            lone = whole and len(all_found) == spoken and same == 1
            tests = (("lone", lone), ("asking", found.text.rstrip().endswith("?")))
            marks = frozenset(name for name, holds in tests if holds)
            told = () if taken is None or taken.told == (start, end) else (taken.told,)
            sure = found.confidence * (taken.chance if taken is not None else 1.0)
            yield Fact("quote", slots, ((start, end), *told), sure, marks)


def named_before(reading: Reading, offset: int) -> bool:
    """Whether a person is named before `offset`: a description after it may well be that person."""
    return any(0 <= reading.text.find(name) < offset for name in reading.names.get("person", ()))


def named_beside(reading: Reading, description: str) -> bool:
    """Whether the text says somewhere who « le ministre du budget » is: « Paul Dubreuil, ministre du budget, »."""
    bare = re.escape(re.sub(r"^(?:l['’]|le |la |les )", "", description.strip(), flags=re.IGNORECASE))
    names = "|".join(map(re.escape, reading.names.get("person", ())))
    beside = rf"(?:{names}), (?:\w+['’ ])?{bare}\b|\b{bare},? (?:{names})"
    return bool(names) and re.search(beside, reading.text, re.IGNORECASE) is not None


def in_full(word: str) -> str:
    """A connective as one names it: « parce qu' » is « parce que », « afin d' » « afin de »."""
    return re.sub(r"\b(qu|d)['’]$", r"\1e", word)


def saying(verb: "Span | None") -> str:
    """The verb of saying as it follows « qui »: the text's own in the singular, else « a déclaré »."""
    kept = [token for token in verb or () if not parts.is_adverb(token)]
    if not kept or len(kept) > 2 or not parts.is_finite(kept[0]) or parts.feature(kept[0], "Number") == "Plur":
        return "a déclaré"
    if kept[-1].lemma_ in INSERTED:
        return "a déclaré"
    return " ".join(token.text for token in kept)


def beheaded(shown: str, connective: str) -> bool:
    """Whether what the connective links to is cut off: « […] c'est-à-dire une chose rare », « […] et qu'une part »."""
    if not shown.startswith("[…]"):
        return False
    rest = shown.removeprefix("[…]").strip()
    return rest.startswith(connective) or re.match(r"(?:et|ou|mais|qu['’e]|dont|qui)\b", rest) is not None


def connective_facts(reading: Reading) -> Iterator[Fact]:
    """A fact « connective » (word, relation) for each unambiguous connective."""
    for sentence in reading.sentences:
        if sentence.marks - {"personal"}:
            continue
        for found in find(sentence.text):
            before = sentence.text[: found.start]
            if re.match(r"\s*(moi|toi|lui|elle|eux|nous|vous|soi|tout|cela|ça)\b", sentence.text[found.end :]):
                continue
            if sentence.text[found.end :].lstrip().lower().startswith("quoi"):
                continue
            if sentence.text.count("(") != sentence.text.count(")") or before.count("(") != before.count(")"):
                continue
            if found.text.lower().startswith(("au lieu", "par exemple")):
                continue
            label = [word for word in re.split(r"[ '’]", found.relation.lower()) if len(word) > 2]
            if any(word in sentence.text.lower() for word in label):
                continue
            start = sentence.bounds[0] + found.start
            shown = excerpt(sentence, start, start + len(found.text))
            if beheaded(shown.text, found.text):
                continue
            slots = {
                "word": Slot(in_full(found.text), start, start + len(found.text), "word"),
                "relation": Slot(found.relation),
                "excerpt": shown,
            }
            yield Fact(
                "connective", slots, (sentence.bounds,), 0.92, frozenset({found.relation.split("'")[-1].split()[-1]})
            )
