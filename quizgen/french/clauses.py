"""Who does what, when, where, why, what for, how, how much, said by whom: the clauses of a sentence and their roles.

Only clauses that a parse can carry: a main finite verb with a subject, read in the indicative or in the conditional of
hearsay. Each role has its span and a confidence; what is doubtful is left out rather than guessed.
"""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Span, Token

from quizgen.french import nouns, parts, reporting, tree
from quizgen.french.anaphora import IMPERSONAL_VERBS, plain
from quizgen.french.clause import Clause, is_proclitic
from quizgen.french.clause_marks import attribution_after, describes, marks_of
from quizgen.french.roles import roles_of
from quizgen.french.stems import core_end

STOPS = frozenset(";:")
#: adverbs before a subject that turn what is said of it
TURNING = frozenset("rarement jamais guère presque même seul seule".split())
#: pronouns that are no subject, whatever a parse makes of them
NEVER_SUBJECTS = frozenset("lui leur me te se le la les y en quoi".split())
#: « il est midi », « il est 20 h 45 »: what no « il » is
CLOCK = frozenset("h heure heures midi minuit temps".split())
#: what may stand between commas before the verb without telling anything
ASIDES = frozenset(
    "lui|elle|eux|elles|lui aussi|elle aussi|eux aussi|elles aussi|en revanche|en effet|par ailleurs|quant à lui|"
    "quant à elle|quant à eux|quant à elles|pour sa part|pour leur part|de son côté|de leur côté|cependant|toutefois|"
    "pourtant|néanmoins|également|en outre|au contraire|à l'inverse|à son tour|à leur tour|donc|ensuite|enfin|"
    "d'ailleurs|du reste".split("|")
)


def clauses(sentence: Span) -> Iterator[Clause]:
    """The main clauses of `sentence` that can be read for sure, those put beside the first one last."""
    root = sentence.root
    heads = _finite_heads(root)
    if root in heads:
        for position, head in enumerate(heads):
            following = heads[position + 1] if position + 1 < len(heads) else None
            clause = _clause(sentence, head, following, heads[0])
            if clause is not None:
                yield clause
    for above in [root, *(head for head in heads if head != root)]:
        for head in (each for inserted in tree.inserted(above) for each in _finite_heads(inserted)):
            clause = _clause(sentence, head, None, head, head.left_edge.i)
            if clause is not None:
                beside = set() if reporting.is_reporting(head.lemma_) else {"beside"}
                yield replace(clause, marks=clause.marks | beside)


def _finite_heads(first: Token) -> list[Token]:
    """`first` and the verbs joined to it, by a conjunction or a comma alone, as far as each makes a clause."""
    joined = [head for member in (first, *tree.listed(first)) for head in tree.coordinated_heads(member)]
    return [head for head in joined if tree.finite_of(head) is not None or tree.joins_clause(head)]


def _clause(
    sentence: Span, head: Token, following: Token | None, first: Token, start: int | None = None
) -> Clause | None:
    finite = tree.finite_of(head)
    if finite is None:
        return None
    end = _end(sentence, finite, following)
    if start is None:
        start = sentence.start if head == first else head.left_edge.i
    else:
        end = min(end, head.right_edge.i + 1)
    own = tree.subject_of(head)
    own_span = tree.span_of(own) if own is not None else _adjacent_subject(finite, start)
    shared = None if own_span is not None or head == first else tree.subject_of(first)
    subject_span = _trimmed(own_span or (tree.span_of(shared) if shared is not None else None))
    if subject_span is None or (own_span is not None and subject_span.start < start):
        return None
    if subject_span.end > finite.i and not _inverted(subject_span, head):
        return None
    if _is_nobody(subject_span, head, finite):
        return None
    inserted = _inserted(subject_span, finite) if own_span is not None else None
    follows = inserted.end if inserted is not None else subject_span.end
    told = min(follows, finite.i) if own_span is not None else finite.i
    marks = marks_of(sentence, head, finite, start, end, told)
    bare = Clause(head, finite, start, end, subject_span, own_span is None, marks, inserted=inserted)
    if subject_span.end <= finite.i and _is_unclosed(subject_span):
        bare = replace(bare, marks=bare.marks | {"interrupted"})
    if not _agrees(bare):
        bare = replace(bare, marks=bare.marks | {"disagrees"})
    if following is not None and _swallowed(bare, following):
        bare = replace(bare, marks=bare.marks | {"double"})
    return replace(bare, roles=roles_of(bare))


def _is_unclosed(subject: Span) -> bool:
    """« Selon le directeur, Paul Astier, un câble a fondu »: what no comma closes is no description but the subject."""
    return core_end(subject) < subject.end and subject.doc[subject.end].text != ","


def _inserted(subject: Span, finite: Token) -> Span | None:
    """« , lui, », « , en revanche, » right after the subject, its commas included."""
    doc, start = subject.doc, subject.end
    closing = next((t.i for t in doc[start + 1 : finite.i] if t.text == ","), None)
    if start >= finite.i or doc[start].text != "," or closing is None:
        return None
    words, group = doc[start + 1 : closing], doc[closing + 1 : finite.i]
    empty = words.text.lower().replace("’", "'") in ASIDES
    return doc[start : closing + 1] if empty or (describes(words) and all(map(is_proclitic, group))) else None


def _inverted(subject: Span, head: Token) -> bool:
    """Whether the subject stands whole after its verb: « Au loin s'élevait une tour », « répondit Camille »."""
    own = tree.subject_of(head)
    return own is not None and subject.start > head.i and (parts.is_noun(own) or parts.is_pronoun(own))


def _is_nobody(subject: Span, head: Token, finite: Token) -> bool:
    """Whether a parse took for a subject what cannot be one: « parmi elles », « lui », the « il » of « il existe »."""
    first = plain(subject[0])
    if parts.is_preposition(subject[0]) and not parts.is_determiner(subject[0]):
        return True
    if len(subject) > 1 or not parts.is_pronoun(subject[0]):
        return False
    there = any(plain(word) in ("y", "n'y") for word in finite.doc[max(finite.i - 2, 0) : finite.i])
    nobody = head.lemma_ in IMPERSONAL_VERBS | {"exister", "rester"} or (head.lemma_ == "avoir" and there)
    asks = subject.text.startswith("-ce") and finite.lower_ == "est"
    return first in NEVER_SUBJECTS or asks or (first == "il" and (nobody or plain(head) in CLOCK))


def _swallowed(clause: Clause, following: Token) -> bool:
    """Whether the next clause has no subject and no conjunction: its subject was taken for the end of this one."""
    last = clause.doc[clause.end - 1]
    joined = any(parts.is_coordinator(token) for token in clause.doc[clause.end : following.i])
    return tree.subject_of(following) is None and not joined and (parts.is_noun(last) or parts.is_adjective(last))


def _trimmed(subject: Span | None) -> Span | None:
    """The subject without a conjunction or an adverb before it (« et des personnalités », « aussi Pécuchet »).

    None before « rarement », « jamais »: without them the clause says the contrary.
    """
    if subject is not None and len(subject) > 1 and plain(subject[0]) in TURNING:
        return None
    while (
        subject is not None
        and len(subject) > 1
        and (
            parts.is_coordinator(subject[0])
            or parts.is_adverb(subject[0])
            or (subject[0].is_punct and subject[0].text not in '«“"')
        )
    ):
        subject = subject[1:]
    return subject


def _adjacent_subject(finite: Token, start: int) -> Span | None:
    """The noun phrase right before the verb group, from a comma or the clause's start on: what a parse may miss."""
    doc, end = finite.doc, finite.i
    while end > start and is_proclitic(doc[end - 1]):
        end -= 1
    first = end
    while first > start and doc[first - 1].text != ",":
        first -= 1
    phrase = doc[first:end]
    if (
        not len(phrase)
        or parts.is_preposition(phrase[0])
        or not (parts.is_determiner(phrase[0]) or parts.is_noun(phrase[0]))
    ):
        return None
    simple = all(
        parts.is_noun(t)
        or parts.is_determiner(t)
        or parts.is_adjective(t)
        or t.lower_ in ("de", "d'", "d’", "du", "des")
        for t in phrase
    )
    return phrase if simple and any(parts.is_noun(t) for t in phrase) else None


def _end(sentence: Span, finite: Token, following: Token | None) -> int:
    """Where the clause ends: before the next main clause, a semicolon, a colon, or a verb of saying tacked on."""
    doc, end = sentence.doc, sentence.end
    if following is not None:
        joins = [
            token.i
            for token in doc[finite.i + 1 : following.i]
            if parts.is_coordinator(token) and token.head == following
        ]
        end = min(end, following.left_edge.i, *joins)
    for token in doc[finite.i + 1 : end]:
        if token.text in STOPS or (token.text == "," and attribution_after(token)):
            end = token.i
            break
    while end > finite.i + 1 and ((doc[end - 1].is_punct and doc[end - 1].text not in "»)%") or doc[end - 1].is_space):
        end -= 1
    return end


def _agrees(clause: Clause) -> bool:
    """Whether the verb has the number of the subject that it was given, be it shared with the clause before."""
    return parts.is_pronoun(clause.subject_head) or nouns.agrees(clause.subject_head, clause.finite)
