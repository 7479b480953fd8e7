"""Who said what, word for word: quotations with a speaker that the sentence names."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from quizgen.french import parts, reporting, tree
from quizgen.french.anaphora import plain

QUOTED = re.compile(r"«\s*(?P<a>[^«»]+?)\s*»|“\s*(?P<b>[^“”]+?)\s*”|(?<!\w)\"\s*(?P<c>[^\"]+?)\s*\"")
#: words of a quotation: below, it is a word in inverted commas; above, it is too long to be asked about
FEWEST, MOST = 4, 30
#: words that name nobody (« dit l'autre »)
VAGUE = {"autre", "autres", "premier", "première", "second", "seconde", "dernier", "dernière", "celui", "celle", "même"}


@dataclass(frozen=True)
class Quotation:
    """Words between quotation marks (offsets in the paragraph) and the phrase and verb that give them to a speaker."""

    start: int
    end: int
    text: str
    speaker: Span
    verb: Span | None
    confidence: float


def quotations(doc: Doc) -> Iterator[Quotation]:
    """Every quotation or line of dialogue whose speaker is a full noun phrase beside it."""
    yield from _spoken(doc)
    for match in QUOTED.finditer(doc.text):
        text = opening_words(next(group for group in match.groups() if group))
        if not FEWEST <= len(text.split()) <= MOST:
            continue
        found = _after(doc, match.end()) or _before(doc, match.start()) or _by_source(doc, match)
        if found is not None and (found[1] is None or _really_said(found[1], *match.span())):
            speaker, verb, sure = found
            yield Quotation(match.start(), match.end(), text, speaker, verb, sure)


def _really_said(verb: Span, start: int, end: int) -> bool:
    """Whether the verb of saying is neither denied nor put in the conditional (« aurait pu répondre »).

    The words quoted, between the offsets `start` and `end`, are free to deny and to suppose.
    """
    near = [*verb, *(child for token in verb for child in token.children)]
    words = [word for word in near if not start <= word.idx < end]
    return not any(plain(word) in ("ne", "n'", "jamais") for word in words) and not any(
        parts.feature(word, "Mood") == "Cnd" or word.lemma_ == "pouvoir" for word in words
    )


def _spoken(doc: Doc) -> Iterator[Quotation]:
    """— Vous avez raison, répondit Horace: the words of a line of dialogue before the verb of saying."""
    opening = re.match(r"\s*[—–-]\s*", doc.text)
    if opening is None:
        return
    for verb in doc[1:]:
        before = doc[verb.i - 1]
        if not (reporting.is_reporting(verb.lemma_) and parts.is_finite(verb) and before.text in (",", "!", "?", "…")):
            continue
        speaker = _noun_phrase_after(verb)
        text = doc.text[opening.end() : before.idx + (before.text != ",")].strip()
        if speaker is not None and FEWEST <= len(text.split()) <= MOST and not re.search(r"[—–«»]", text):
            yield Quotation(opening.end(), opening.end() + len(text), text, speaker, doc[verb.i : verb.i + 1], 0.9)
        return


def opening_words(text: str) -> str:
    """The whole quotation, or its first sentence when it holds several."""
    text = re.sub(r"(?<=[\w\s%])\.$", "", text).rstrip()
    first = re.match(r".+?[.!?…](?=\s+[A-ZÀ-Ý])", text, re.DOTALL)
    return first.group().rstrip(".") if first and len(first.group().split()) >= FEWEST else text


def _token_at(doc: Doc, offset: int) -> Token | None:
    return next((token for token in doc if token.idx >= offset), None)


def _after(doc: Doc, offset: int) -> tuple[Span, Span | None, float] | None:
    """« … », a prévenu le créateur des Madea."""
    first = _token_at(doc, offset)
    if first is None:
        return None
    window = [token for token in doc[first.i : first.i + 8] if not token.is_space]
    while window and window[0].text in (",", "-", "—", "–"):
        window = window[1:]
    verb = next((token for token in window[:4] if reporting.is_reporting(token.lemma_) and parts.is_verb(token)), None)
    if verb is None or any(token.is_punct for token in window[: window.index(verb)]):
        return None
    speaker = _noun_phrase_after(verb)
    start = window[0].i
    return (speaker, doc[start : verb.i + 1], 0.93) if speaker is not None else None


def _noun_phrase_after(verb: Token) -> Span | None:
    """The phrase right after the verb, adverbs between left out, or the pronoun joined to it (« raconte-t-il »)."""
    doc, index = verb.doc, verb.i + 1
    if index < len(doc) and plain(doc[index]) in ("il", "elle") and doc[index].text.startswith("-"):
        return doc[index : index + 1]
    while index < len(doc) and parts.is_adverb(doc[index]):
        index += 1
    if index >= len(doc) or doc[index].is_punct or parts.is_pronoun(doc[index]) or doc[index].text.startswith("-"):
        return None
    if parts.is_preposition(doc[index]) or any(word.text.startswith("-") for word in doc[max(index - 4, 0) : index]):
        return None
    found = noun_phrase_at(doc, index)
    return None if found is None or any(token.lower_ in VAGUE for token in found) else found


def noun_phrase_at(doc: Doc, start: int) -> Span | None:
    """The noun phrase that begins at `start`: its head, and what hangs from it without a comma or a second preposition
    phrase that may belong to the verb (« à une question de la RTBF »)."""
    head = next((token for token in doc[start : start + 8] if parts.is_noun(token)), None)
    if head is None or any(parts.is_verb(token) or token.is_punct for token in doc[start : head.i]):
        return None
    while tree.is_flat(head) and start <= head.head.i < head.i:
        head = head.head
    end = head.i + 1
    while (
        end < len(doc)
        and (doc[end] in list(head.subtree))
        and not doc[end].is_punct
        and not _opens_other(doc[end], head)
    ):
        end += 1
    return doc[start:end]


def _opens_other(token: Token, head: Token) -> bool:
    """Whether the word opens what may belong to the verb: a preposition other than de, a relative, a conjunction."""
    lowered = token.lower_.replace("’", "'")
    if parts.is_preposition(token):
        return lowered not in ("de", "d'", "du", "des", "en") and not (
            lowered in ("à", "aux", "au") and _bound(token, head)
        )
    return parts.is_relative_pronoun(token) or (parts.is_conjunction(token) and lowered not in ("et",))


def _bound(token: Token, head: Token) -> bool:
    """« la ministre déléguée aux transports », « l'ambassadeur au Japon »: the complement of a title."""
    return token.i == head.i + 1 and token.head.head == head and token.lower_ in ("au", "aux")


def _before(doc: Doc, offset: int) -> tuple[Span, Span | None, float] | None:
    """Un manifestant a déclaré : « … » ; X, qui préside Y, explique que « … »."""
    last = next(
        (token for token in reversed(list(doc)) if token.idx + len(token) <= offset and not token.is_space), None
    )
    if last is None:
        return None
    colon = last.text == ":"
    sentence = last.sent
    window = list(doc[max(sentence.start, last.i - 6) : last.i + 1])
    verb = next(
        (token for token in reversed(window) if reporting.is_reporting(token.lemma_) and parts.is_verb(token)), None
    )
    if verb is None or not (colon or last == verb or last.lower_ in ("que", "qu'", "qu’", ",")):
        return None
    if any(token.text in "»”.?!;" for token in doc[verb.i : last.i]):
        return None
    subject = tree.subject_of(verb)
    if subject is None or not parts.is_noun(subject) or subject.i > verb.i:
        return None
    finite = tree.finite_of(verb)
    group = doc[(finite or verb).i : verb.i + 1]
    return tree.span_of(subject), group, 0.9 if colon else 0.8


def _by_source(doc: Doc, match: re.Match[str]) -> tuple[Span, Span | None, float] | None:
    """D'après le ministre du budget, « … »."""
    head = doc.text[: match.start()].rstrip()
    if not head.endswith(","):
        return None
    opening = re.search(r"(?:^|[.;!?»]\s*)(Selon|D['’]après)\s+([^,.;:«»]+(?:,\s[A-ZÉ][^,.;:«»]+)?),$", head)
    if opening is None:
        return None
    first = _token_at(doc, opening.start(2))
    if first is None or parts.is_pronoun(first):
        return None
    last = next((token for token in doc if token.idx + len(token) >= opening.end(2)), None)
    return (doc[first.i : last.i + 1], None, 0.85) if last is not None else None
