"""Which stretches of a document are names: the model's entities mended, and those it missed.

A title, an article or an inhabitant's name is no part of a name; a sentence's first word is one only if the text says
so elsewhere; a name found once is a name wherever it stands.
"""

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from spacy.parts_of_speech import IDS as UPOS
from spacy.tokens import Span, Token

from quizgen.french import acronyms, nouns, parts
from quizgen.french.cues import votes
from quizgen.french.lemma_rules import is_listed
from quizgen.french.name_words import CLOSERS, OPENERS, is_demonym, plain, previous, words
from quizgen.french.nouns import ENTITY_TYPES

if TYPE_CHECKING:
    from spacy.tokens import Doc

#: shortest single word that is carried to its other mentions
SHORTEST = 3
#: a word that may be a name without the model's help
WORD = re.compile(r"[^\W\d_]+(?:['’-]\w+)*")
#: the model's label of people
LABEL = next(label for label, kind in ENTITY_TYPES.items() if kind == "person")


def mentions(docs: "Iterable[Doc]") -> list[list[Span]]:
    """The names of each document, in its order and apart; one that the model did not label has the label ""."""
    from spacy.util import filter_spans

    kept = list(docs)
    found = [[span for entity in doc.ents for span in _mended(entity)] + list(_loose(doc)) for doc in kept]
    found = [[*spans, *acronyms.expansions(doc)] for doc, spans in zip(kept, found, strict=True)]
    found = [[_with_adjective(span, kept) for span in _titles_joined(filter_spans(spans), kept)] for spans in found]
    known = _known(found)
    proper = {word.text for doc in kept for word in doc if parts.is_name(word) and not starts(word)}
    carried = [
        [span for span in (*spans, *_carried(doc, known)) if not _is_common(span, proper)]
        for doc, spans in zip(kept, found, strict=True)
    ]
    texts = {span.text for spans in carried for span in spans}
    return [filter_spans([_without_article(span, kept, texts) for span in spans]) for spans in carried]


def starts(token: Token) -> bool:
    """Whether a capital says nothing there: first in its sentence or after a quotation mark, a colon, a dash."""
    return bool(token.is_sent_start) or token.i == 0 or token.nbor(-1).text in (*OPENERS, ":", "—", "–", "-", "…")


def _mended(entity: Span) -> Iterator[Span]:
    """The entity without its titles and its verb, with the words of a surname; nothing where no name is left."""
    start, end = entity.start, entity.end
    doc = entity.doc
    while start < end and _no_part(doc[start], last=start == end - 1):
        start += 1
    while end > start and (doc[end - 1].text in CLOSERS or (doc[end - 1].is_lower and parts.is_finite(doc[end - 1]))):
        end -= 1
    if start >= end or not any(word.text[:1].isupper() for word in doc[start:end]):
        return
    if end < entity.end and starts(doc[start]) and not any(parts.is_name(word) for word in doc[start:end]):
        return
    label = entity.label_
    if doc[start].is_lower and previous(doc[start]) in ("un", "une"):
        start, label = next(word.i for word in doc[start:end] if word.text[:1].isupper()), ""
    end = _prolonged(doc, start, end)
    if start and doc[start - 1].text in ("La", "Le", "Les", "L'", "L’") and not starts(doc[start - 1]):
        start -= 1
    yield Span(doc, start, end, label=label)


def _no_part(word: Token, last: bool) -> bool:
    """Whether a first word belongs to no name: a title, a small article, an inhabitant before the name proper."""
    lowered = plain(word.text)
    if (word.is_lower and lowered in words("function", "articles")) or not word.text.strip():
        return True
    if lowered in words("titles", "words"):
        return not last
    if not last and word.text[:1].isupper() and is_demonym(word) and word.nbor(1).text[:1].isupper():
        return True
    return last and word.text[:1].isupper() and is_demonym(word) and _counted(word)


def _counted(word: Token) -> bool:
    """Whether an article or a figure counts the word as a common noun."""
    return word.i > 0 and (parts.is_determiner(word.nbor(-1)) or previous(word) in words("function", "articles"))


def _prolonged(doc: "Doc", start: int, end: int) -> int:
    """The end of the name with the capitalised words right after it, and a surname's « Le », « Van » between."""
    person = doc[start].ent_type_ == "PER" or doc[start].text in nouns.first_names()
    while end < len(doc) and not doc[end].is_sent_start and doc[end].text[:1].isupper() and doc[end - 1].whitespace_:
        particle = plain(doc[end].text) in words("function", "surname")
        if (particle and not person) or doc[end].ent_iob_ == "B":
            break
        if particle and not (end + 1 < len(doc) and doc[end + 1].text[:1].isupper()):
            break
        if not particle and (not parts.is_name(doc[end]) or (not person and doc[end].text in nouns.first_names())):
            break
        end += 1
    return end


def _loose(doc: "Doc") -> Iterator[Span]:
    """Runs of capitalised proper nouns that the model did not label; one that opens a sentence must act as one."""
    start = 0
    while start < len(doc):
        end = start
        while end < len(doc) and _loose_word(doc[end]) and (end == start or not doc[end].is_sent_start):
            end += 1
        if end > start:
            run = doc[start:end]
            if not starts(run[0]) or any(weight >= 1.5 for _, _, weight in votes(run)):
                yield from _mended(run)
        start = max(end, start + 1)


def _loose_word(word: Token) -> bool:
    return (
        parts.is_name(word)
        and not word.ent_type_
        and word.text[:1].isupper()
        and len(word.text) >= SHORTEST
        and WORD.fullmatch(word.text) is not None
        and not (word.is_upper and word.sent.text.isupper())
        and plain(word.text) not in words("function", "words")
        and not (is_demonym(word) and _counted(word))
    )


def _titles_joined(spans: list[Span], docs: "list[Doc]") -> list[Span]:
    """« Nuit blanche à Saïgon »: two names and the small word between are one where they never stand apart."""
    found: list[Span] = []
    for span in spans:
        last = found[-1] if found else None
        if last is not None and last.doc is span.doc and _one_title(last, span, docs):
            found[-1] = Span(span.doc, last.start, span.end, label=last.label_)
        else:
            found.append(span)
    return found


def _with_adjective(span: Span, docs: "list[Doc]") -> Span:
    """« Les Casseroles joyeuses »: a name that an adjective follows each time, and more than once, holds it."""
    doc, end = span.doc, span.end
    if end >= len(doc) or not doc[end].is_lower or not (parts.is_adjective(doc[end]) or parts.is_noun(doc[end])):
        return span
    if ENTITY_TYPES.get(span.label_) not in ("name", "institution"):
        return span
    whole = doc[span.start : end + 1].text
    times = sum(each.text.count(whole) for each in docs)
    lone = sum(each.text.count(span.text) for each in docs)
    return Span(doc, span.start, end + 1, label=span.label_) if times == lone > 1 else span


def _one_title(first: Span, second: Span, docs: "list[Doc]") -> bool:
    between = first.doc[first.end : second.start]
    if ENTITY_TYPES.get(first.label_) not in ("name", "institution") or not 0 < len(between) < 3:
        return False
    if not all(word.is_lower and plain(word.text) in words("function", "particles") for word in between):
        return False
    whole = first.doc[first.start : second.end].text
    times = sum(doc.text.count(whole) for doc in docs)
    return times > 1 and times == sum(doc.text.count(first.text) for doc in docs)


def _known(found: list[list[Span]]) -> dict[str, list[tuple[str, ...]]]:
    """First word -> the names, and the surnames of people, as words, that begin with it."""
    known: dict[str, list[tuple[str, ...]]] = {}
    names = {tuple(word.text for word in span) for spans in found for span in spans}
    for name in names | {part for spans in found for span in spans for part in _surname(span)}:
        if len(name) > 1 or len(name[0]) >= SHORTEST:
            known.setdefault(name[0], []).append(name)
    return known


def _surname(span: Span) -> Iterator[tuple[str, ...]]:
    """« Eriksen » of Jonas Eriksen, « Le Goff » of Yann Le Goff: how a person is called again."""
    person = span.label_ == LABEL or any(kind == "person" and weight > 2 for _, kind, weight in votes(span))
    if len(span) < 2 or not person or not all(word.text[:1].isupper() for word in span):
        return
    start = next((i for i, word in enumerate(span[1:], 1) if plain(word.text) in words("function", "surname")), None)
    yield tuple(word.text for word in (span[start:] if start is not None else span[-1:]))


def _carried(doc: "Doc", known: dict[str, list[tuple[str, ...]]]) -> Iterator[Span]:
    """Every place of a document where a name found anywhere stands."""
    for word in doc:
        for name in known.get(word.text, ()) if word.text[:1].isupper() else ():
            end = word.i + len(name)
            if tuple(other.text for other in doc[word.i : end]) == name:
                labels = {other.ent_type_ for other in doc[word.i : end]}
                end = _prolonged(doc, word.i, end)
                yield Span(doc, word.i, end, label=labels.pop() if len(labels) == 1 else "")


def _is_common(span: Span, proper: set[str]) -> bool:
    """Whether what opens a sentence is ordinary words: « Gagner », « Jadis », « Inspecteurs », « La sécurité »."""
    word = span[0]
    if plain(span.text) in words("function", "words"):
        return True
    if not starts(word) or word.text in proper or plain(word.text) in words("titles", "words"):
        return False
    if len(span) > 1:
        bare = all(other.is_lower for other in span[1:]) and not any(parts.is_name(other) for other in span)
        return bare and plain(word.text) in words("function", "words") and word.i == word.sent.start
    return (
        not parts.is_name(word) or _in_dictionary(word) or (is_demonym(word) and word.text not in nouns.first_names())
    )


def _in_dictionary(word: Token) -> bool:
    """Whether the treebanks know the word written small, and not as a name."""
    named = is_listed(word, parts.NOMINAL[1:]) or word.text in nouns.first_names()
    return not named and is_listed(word, UPOS)


def _without_article(span: Span, docs: "list[Doc]", known: set[str]) -> Span:
    """« La Cnil » at the start of a sentence is « Cnil » where the text elsewhere writes « Cnil » or « la Cnil »."""
    first = span[0]
    if len(span) < 2 or first.text.lower() not in ("la", "le", "les", "l'", "l’") or not starts(first):
        return span
    rest = span[1:].text
    if rest in known or any(first.lower_ + first.whitespace_ + rest in doc.text for doc in docs):
        return Span(span.doc, span.start + 1, span.end, label=span.label_)
    return span
