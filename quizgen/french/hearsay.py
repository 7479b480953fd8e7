"""The conditional of hearsay: « auraient été volés », « serait due à » — said by somebody, not confirmed."""

import re
from collections.abc import Iterator

from spacy.tokens import Token

from quizgen.french import parts, tree
from quizgen.french.anaphora import plain
from quizgen.french.facts import Fact, Slot
from quizgen.french.lemma_rules import is_listed
from quizgen.french.reading import Reading, Sentence, excerpt

#: verbs whose conditional is a wish, an advice or a possibility
MODAL = frozenset(
    [
        "pouvoir",
        "devoir",
        "vouloir",
        "souhaiter",
        "aimer",
        "falloir",
        "préférer",
        "valoir",
        "sembler",
        "désirer",
        "suffire",
    ]
)
#: endings of the passé simple, and its share of the verbs from which a text is a tale
PAST, TALE = re.compile(r"(?:a|it|ut|int|èrent|irent|urent|inrent)$"), 0.15
CONDITIONS = frozenset(
    "condition conditions si s' s’ sinon même sans imaginer avec autant".split()
)


#: « selon elle, la réparation aurait coûté … »: what somebody reckons, not what is rumoured
RECKONED = re.compile(r"\b(?:selon|pour|d['’]après) (?:elle|lui|eux|elles|moi|nous)\b", re.IGNORECASE)


def hearsay_facts(reading: Reading) -> Iterator[Fact]:
    """A fact « hearsay » (form, subject of the sentence as excerpt) for each unconfirmed statement."""
    if _is_tale(reading):
        return
    for sentence in reading.sentences:
        if sentence.plain:
            for finite in sentence.span:
                if (
                    parts.feature(finite, "Mood") == "Cnd"
                    and tree.finite_of(sentence.span.root) == finite
                    and is_hearsay(finite, sentence)
                ):
                    yield _fact(finite, sentence)


def _is_tale(reading: Reading) -> bool:
    """Whether the text is told in the passé simple: its conditionals are what somebody thought would come."""
    verbs = [token for sentence in reading.sentences for token in sentence.span if parts.is_finite(token)]
    past = sum(PAST.search(token.lower_) is not None and parts.feature(token, "Tense") == "Past" for token in verbs)
    return past >= TALE * len(verbs)


def is_hearsay(finite: Token, sentence: Sentence) -> bool:
    """Whether only hearsay explains the conditional: no condition, no modal verb, no past verb that governs it."""
    head = finite.head if finite.head.i > finite.i and finite.dep_ in (*tree.AUXILIARY, *tree.COPULA) else finite
    if (
        not re.search(r"r(ais|ait|aient|ions|iez)$", finite.lower_)
        or {head.lemma_, finite.lemma_} & MODAL
        or any(token.lower_ in CONDITIONS for token in sentence.span)
        or RECKONED.search(sentence.text)
    ):
        return False
    if any(
        token.lower_ in ("que", "qu'", "qu’", "comme", "où") and parts.is_subordinator(token)
        for token in sentence.span[: max(1, finite.i - sentence.span.start)]
    ):
        return False
    governed = any(
        parts.is_finite(other) and parts.feature(other, "Tense") in ("Imp", "Past") for other in sentence.span
    )
    return not governed


def _is_made_of_verb(word: Token) -> bool:
    """« serait parti »: an adjective to the parse, a participle to the treebanks."""
    return parts.is_adjective(word) and is_listed(word, ("VERB",))


def _fact(finite: Token, sentence: Sentence) -> Fact:
    head = finite.head if finite.head.i > finite.i and finite.dep_ in (*tree.AUXILIARY, *tree.COPULA) else finite
    last = head.i if parts.is_participle(head) or _is_made_of_verb(head) else finite.i
    reflexive = finite.i > 0 and plain(finite.nbor(-1)) in ("se", "s'")
    group = finite.doc[finite.i - reflexive : last + 1]
    start = sentence.offset + group.start_char
    slots = {
        "form": Slot(group.text, start, start + len(group.text), "word"),
        "excerpt": excerpt(sentence, start, start + len(group.text)),
    }
    return Fact("hearsay", slots, (sentence.bounds,), 0.85)
