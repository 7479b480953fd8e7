"""Who does what, when, where, why, what for, how, how much, said by whom: the clauses of a sentence and their roles.

Only clauses that a parse can carry: a main finite verb with a subject, read in the indicative or in the conditional of
hearsay. Each role has its span and a confidence; what is doubtful is left out rather than guessed.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.resources import files

from spacy.tokens import Doc, Span, Token

from quizgen.french import dates, nouns, reporting, tree

STOPS = frozenset(";:")
#: verbs whose object alone asks nothing (« avoir faim », « faire partie »), or whose object is an attribute
LIGHT = frozenset("avoir être devenir rester sembler paraître demeurer faire former constituer représenter mettre prendre donner rendre tenir porter".split())
#: infinitives that order the speech, not the deed
DISCOURSE = frozenset(f"pour {verb}" for verb in ("terminer", "finir", "commencer", "conclure", "résumer", "autant", "mémoire", "rappel"))


@dataclass(frozen=True)
class Role:
    """A part of a clause: its name, its words, what introduces it and how sure it is (0..1)."""

    name: str
    span: Span
    marker: str
    confidence: float
    type: str = ""


@dataclass(frozen=True)
class Clause:
    """A main clause: its words are `doc[start:end]`; `head` its lexical verb, `finite` the conjugated word."""

    head: Token
    finite: Token
    start: int
    end: int
    subject: Span
    shared: bool
    marks: frozenset[str]
    roles: tuple[Role, ...] = field(default=())

    @property
    def doc(self) -> Doc:
        """The parsed paragraph."""
        return self.head.doc

    @property
    def subject_head(self) -> Token:
        """The noun of the subject."""
        return tree.head_within(self.subject)

    @property
    def group_start(self) -> int:
        """The first word of the verb group: all that stands between the subject and the conjugated word belongs to it."""
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
    return token.lower_.replace("’", "'") in {"ne", "n'", "se", "s'", "me", "m'", "te", "t'", "nous", "vous", "le", "la", "l'",
                                              "les", "lui", "leur", "y", "en"} and (tree.is_pronoun(token) or token.lower_[0] == "n")


def clauses(sentence: Span) -> Iterator[Clause]:
    """The main clauses of `sentence` that can be read for sure."""
    root = sentence.root
    heads = [head for head in tree.coordinated_heads(root) if tree.finite_of(head) is not None or tree.joins_clause(head)]
    if root not in heads:
        return
    for position, head in enumerate(heads):
        following = heads[position + 1] if position + 1 < len(heads) else None
        clause = _clause(sentence, head, following, heads[0])
        if clause is not None:
            yield clause


def _clause(sentence: Span, head: Token, following: Token | None, first: Token) -> Clause | None:
    finite = tree.finite_of(head)
    if finite is None:
        return None
    start = sentence.start if head == first else head.left_edge.i
    end = _end(sentence, finite, following)
    own = tree.subject_of(head)
    own_span = tree.span_of(own) if own is not None else _adjacent_subject(finite, start)
    shared = None if own_span is not None or head == first else tree.subject_of(first)
    subject_span = _trimmed(own_span or (tree.span_of(shared) if shared is not None else None))
    if subject_span is None or subject_span.end > finite.i or own_span is not None and subject_span.start < start:
        return None
    bare = Clause(head, finite, start, end, subject_span, own_span is None, _marks(sentence, head, finite, start, end, min(subject_span.end, finite.i) if own_span is not None else finite.i))
    return replace(bare, roles=(*_core_roles(bare), *_adverbial_roles(bare)))


def _trimmed(subject: Span | None) -> Span | None:
    """The subject without a conjunction or an adverb before it (« et des personnalités », « aussi Pécuchet »)."""
    while subject is not None and len(subject) > 1 and (
            tree.is_coordinator(subject[0]) or tree.is_adverb(subject[0]) or subject[0].is_punct and subject[0].text not in "«“\""):
        subject = subject[1:]
    return subject


def _adjacent_subject(finite: Token, start: int) -> Span | None:
    """The noun phrase right before the verb group, from a comma or the clause's start on: what a parse may have missed."""
    doc, end = finite.doc, finite.i
    while end > start and is_proclitic(doc[end - 1]):
        end -= 1
    first = end
    while first > start and doc[first - 1].text != ",":
        first -= 1
    phrase = doc[first:end]
    if not len(phrase) or tree.is_preposition(phrase[0]) or not (tree.is_determiner(phrase[0]) or tree.is_noun(phrase[0])):
        return None
    plain = all(tree.is_noun(t) or tree.is_determiner(t) or tree.is_adjective(t) or t.lower_ in ("de", "d'", "d’", "du", "des") for t in phrase)
    return phrase if plain and any(tree.is_noun(t) for t in phrase) else None


def _end(sentence: Span, finite: Token, following: Token | None) -> int:
    """Where the clause ends: before the next main clause, a semicolon, a colon, or a verb of saying tacked on."""
    doc, end = sentence.doc, sentence.end
    if following is not None:
        joins = [token.i for token in doc[finite.i + 1:following.i] if tree.is_coordinator(token) and token.head == following]
        end = min(end, following.left_edge.i, *joins)
    for token in doc[finite.i + 1:end]:
        if token.text in STOPS or (token.text == "," and _attribution_after(token)):
            end = token.i
            break
    while end > finite.i + 1 and (doc[end - 1].is_punct and doc[end - 1].text not in "»)%" or doc[end - 1].is_space):
        end -= 1
    return end


def _attribution_after(comma: Token) -> bool:
    """Whether « , a annoncé X » follows: the clause before it is then somebody's words."""
    words = comma.doc[comma.i + 1:comma.i + 4]
    return any(reporting.is_reporting(word.lemma_) and tree.is_verb(word) for word in words) and \
        not any(tree.is_relative_pronoun(word) or word.lower_ in ("en", "et", "il", "elle") for word in words)


def hidden_verb(words: Span) -> bool:
    """Whether a conjugated verb stands there that no conjunction or relative before it explains: another clause, unparsed."""
    free = 0
    for word in words:
        if tree.opens_clause(word):
            free += 1
        elif tree.is_finite(word):
            free -= 1
            if free < 0:
                return True
    return free > 0


def _marks(sentence: Span, head: Token, finite: Token, start: int, end: int, subject_end: int) -> frozenset[str]:
    doc, marks = sentence.doc, set()
    words = doc[start:end]
    tests = {
        "negated": tree.is_negated(head),
        "impersonal": tree.is_impersonal(head),
        "hearsay": tree.feature(finite, "Mood") == "Cnd",
        "passive": tree.is_passive(head),
        "copula": tree.has_copula(head),
        "light": head.lemma_ in LIGHT,
        "past": tree.feature(finite, "Tense") == "Past" or (finite != head and tree.feature(head, "VerbForm") == "Part"),
        "odd": tree.feature(finite, "Mood") not in ("Ind", "Cnd") or tree.feature(finite, "Person") not in ("3", ""),
        "hypothetical": any(word.lower_ in ("si", "s'", "s’") and tree.is_subordinator(word) for word in words),
        "attributed": any(token.text == "," and _attribution_after(token) for token in doc[end:min(end + 1, sentence.end)]),
        "reporting": reporting.is_reporting(head.lemma_),
        "quotes": any(word.text in "«»“”\"" for word in words),
        "disagrees": not agrees(head, finite),
        "interrupted": any(word.is_punct for word in doc[subject_end:finite.i]) or hidden_verb(doc[start:finite.i]),
        "double": hidden_verb(doc[finite.i + 1:end]),
        "opens": end < len(doc) and any(token.text == ":" for token in doc[end:min(end + 2, sentence.end)]),
    }
    marks |= {name for name, holds in tests.items() if holds}
    return frozenset(marks)


def agrees(head: Token, finite: Token) -> bool:
    """Whether subject and verb agree in number, as far as the parse tells."""
    subject = tree.subject_of(head)
    if subject is None or not tree.feature(finite, "Number") or tree.is_pronoun(subject):
        return True
    return nouns.number_of(subject) == tree.feature(finite, "Number")


def _core_roles(clause: Clause) -> Iterator[Role]:
    sure = 0.9 if tree.is_whole(clause.subject, clause.subject_head) else 0.6
    before = clause.doc[clause.subject.start - 1].text if clause.subject.start > clause.start else ","
    sure += 0.06 if clause.subject.end == clause.group_start and before in (",", ":") else -0.1
    sure -= 0.15 * clause.shared + 0.3 * ("disagrees" in clause.marks)
    yield Role("subject", clause.subject, "", sure, nouns.type_of(clause.subject_head))
    thing = tree.object_of(clause.head)
    if thing is not None and not tree.is_pronoun(thing):
        yield _phrase("object", thing, clause, 0.7)
    agent = tree.agent_of(clause.head)
    if agent is not None:
        yield _phrase("agent", agent, clause, 0.8)
    said = tree.complement_clause(clause.head)
    if said is not None and said.left_edge.lower_ in ("que", "qu'", "qu’"):
        yield Role("content", clause.doc[said.left_edge.i:min(said.right_edge.i + 1, clause.end)], "que",
                   0.85 if _closes(clause, tree.span_of(said)) else 0.5, "clause")


def _phrase(name: str, head: Token, clause: Clause, sure: float) -> Role:
    span = tree.span_of(head)
    sure += 0.1 if _closes(clause, span) else -0.2
    if not tree.is_whole(span, head):
        sure -= 0.3
    marker = tree.marker_of(head)
    return Role(name, span, marker.text if marker is not None else "", sure, nouns.type_of(head))


def _closes(clause: Clause, span: Span) -> bool:
    """Whether the phrase ends where nothing can be wrongly attached: at the clause's end or before a comma."""
    return span.end >= clause.end or clause.doc[span.end].text == ","


def _adverbial_roles(clause: Clause) -> Iterator[Role]:
    heads = [*tree.adverbials(clause.head), *(tree.adverbials(clause.finite) if clause.finite != clause.head else ())]
    for head in heads:
        span = tree.span_of(head)
        inside = clause.start <= span.start and span.end <= clause.end
        overlaps = span.start < clause.subject.end and clause.subject.start < span.end
        if inside and not overlaps and not span.start <= clause.finite.i < span.end and tree.is_whole(span, head):
            yield from _typed(clause, head, span)
    yield from _leading_role(clause)


def _leading_role(clause: Clause) -> Iterator[Role]:
    """The phrase that a comma sets off before the subject, whatever it was attached to: only with a sure marker."""
    end = clause.subject.start
    if end - 1 <= clause.start or clause.doc[end - 1].text != ",":
        return
    span = clause.doc[clause.start:end - 1]
    while len(span) > 1 and (tree.is_coordinator(span[0]) or span[0].text == ","):
        span = span[1:]
    text = span.text.lower().replace("’", "'")
    finite = any(tree.is_finite(token) for token in span)
    form = "finite" if finite else "noun" if tree.is_noun(tree.head_within(span)) else "infinitive"
    if text.startswith("comme ") and finite:
        yield Role("cause", span, "comme", 0.88, "clause")
    for name, marker in _marked(text, form):
        if name in ("cause", "purpose") and "," not in text and text not in DISCOURSE:
            yield Role(name, span, marker, 0.88, "clause")
            return


def _typed(clause: Clause, head: Token, span: Span) -> Iterator[Role]:
    text = span.text.lower().replace("’", "'")
    form = "finite" if tree.finite_of(head) is not None else "infinitive" if tree.is_infinitive(head) or tree.has_infinitive_auxiliary(head) else \
        "gerund" if tree.is_present_participle(head) else "noun"
    for name, marker in _marked(text, form):
        if name == "time" and form == "noun" and not is_time(head, span):
            continue
        if name == "purpose" and text in DISCOURSE:
            return
        if name == "place" and not is_place(head):
            continue
        yield Role(name, span, marker, _surety(clause, name, marker, span), nouns.type_of(head))
        return
    if form == "noun" and is_time(head, span):
        yield Role("time", span, "", _surety(clause, "time", "", span), "time")


def _surety(clause: Clause, name: str, marker: str, span: Span) -> float:
    """How sure a lifted phrase is: set off by a comma or closing the clause, and introduced by a plain marker."""
    leading = span.end <= clause.subject.start and clause.doc[span.end].text == ","
    sure = 0.9 if leading else 0.8 if _closes(clause, span) else 0.55
    if name in ("purpose", "place") and not leading and clause.doc[span.start - 1].text != ",":
        sure -= 0.1 if marker in ("pour", "à", "au", "de", "en", "dans", "sur") else 0
    return sure - 0.3 * _nested(clause, span)


def _nested(clause: Clause, span: Span) -> bool:
    """Whether another clause opens between the verb and the phrase, which may belong to that one."""
    between = clause.doc[clause.finite.i + 1:span.start]
    return any(tree.is_relative_pronoun(word) or tree.is_subordinator(word) for word in between)


def is_time(head: Token, span: Span) -> bool:
    """Whether the phrase says when: a short phrase whose head is a noun of time or the figure of a date."""
    found = dates.find(span.text)
    dated = any(date.start <= head.idx - span.start_char < date.end for date in found)
    return (dated or nouns.type_of(head) == "time") and len(span) <= 9


def is_place(head: Token) -> bool:
    """Whether the phrase says where: a place name or a noun of place."""
    return nouns.type_of(head) == "place"


def _marked(text: str, form: str) -> list[tuple[str, str]]:
    """The (role, marker) pairs whose marker opens `text`, longest marker first."""
    found = [(name, marker) for name, marker in _markers(form)
             if text.startswith(marker) and (marker.endswith("'") or text[len(marker):len(marker) + 1] in (" ", "\u00a0", ""))]
    return sorted(found, key=lambda pair: -len(pair[1]))


@cache
def _markers(form: str) -> tuple[tuple[str, str], ...]:
    text = (files("quizgen.french") / "data" / "markers.toml").read_text(encoding="utf-8")
    return tuple((name, marker) for name, forms in tomllib.loads(text).items() for marker in forms.get(form, ()))
