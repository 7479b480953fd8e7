"""What marks a clause: its voice and mood, and what keeps it from being asked about."""

from spacy.tokens import Doc, Span, Token

from quizgen.french import nouns, parts, reporting, tree
from quizgen.french.anaphora import plain
from quizgen.french.modality import WISHES

#: nouns that a colon opens on: what follows says which one
CATAPHORIC = frozenset(
    "nom raison constat question solution idée condition exigence message conseil règle principe mot chose exemple "
    "objectif but problème résultat explication annonce mesure option possibilité étape critère point argument chiffre "
    "phrase promesse précision consigne réponse surprise certitude leçon".split()
)
#: verbs whose object alone asks nothing (« avoir faim », « faire partie »), or whose object is an attribute
LIGHT = frozenset(
    [
        "avoir",
        "être",
        "devenir",
        "rester",
        "sembler",
        "paraître",
        "demeurer",
        "faire",
        "former",
        "constituer",
        "représenter",
        "mettre",
        "prendre",
        "donner",
        "rendre",
        "tenir",
        "porter",
    ]
)

#: words of a description between subject and verb at most, and what opens no description but a reserve
LONGEST_ASIDE = 14
RESERVES = frozenset("selon d'après d' pour sauf hormis excepté si même surtout notamment et ou ni mais".split())


def describes(words: Span) -> bool:
    """« , une fois secs, », « , payée par le Trésor, »: what tells more of the subject and may be left out."""
    bare = not any(parts.is_finite(token) or token.text in "«»\"“”:;" for token in words)
    return bare and 0 < len(words) <= LONGEST_ASIDE and plain(words[0]) not in RESERVES


def attribution_after(comma: Token) -> bool:
    """Whether « , a annoncé X » follows: the clause before it is then somebody's words."""
    words = comma.doc[comma.i + 1 : comma.i + 4]
    return any(reporting.is_reporting(word.lemma_) and parts.is_verb(word) for word in words) and not any(
        parts.is_relative_pronoun(word) or word.lower_ in ("en", "et", "il", "elle") for word in words
    )


def hidden_verb(words: Span) -> bool:
    """Whether a conjugated verb stands there that no conjunction or relative explains: another clause, unparsed."""
    free = 0
    for word in words:
        if parts.opens_clause(word):
            free += 1
        elif parts.is_finite(word):
            free -= 1
            if free < 0:
                return True
    return free > 0


def marks_of(sentence: Span, head: Token, finite: Token, start: int, end: int, subject_end: int) -> frozenset[str]:
    """What marks the clause of `head` at [start, end), whose subject ends at `subject_end`."""
    doc, marks = sentence.doc, set()
    words = doc[start:end]
    tests = {
        "negated": tree.is_negated(head),
        "impersonal": tree.is_impersonal(head),
        "hearsay": parts.feature(finite, "Mood") == "Cnd",
        "passive": tree.is_passive(head),
        "copula": tree.has_copula(head),
        "quality": tree.has_copula(head) and parts.is_adjective(head),
        "light": head.lemma_ in LIGHT,
        "etre": finite.lemma_ == "être",
        "past": parts.feature(finite, "Tense") == "Past"
        or (finite != head and parts.feature(head, "VerbForm") == "Part"),
        "lasting": parts.feature(finite, "Tense") == "Imp" and finite == head,
        "crowded": sum(parts.is_noun(child) for child in tree.children(head, tree.SUBJECT)) > 1,
        "odd": (head.lemma_ == "avoir" and any(child.lower_ == "beau" for child in head.children))
        or parts.feature(finite, "Mood") not in ("Ind", "Cnd")
        or (parts.feature(finite, "Person") not in ("3", "") and not _to_reader(head)),
        "hypothetical": any(word.lower_ in ("si", "s'", "s’") and parts.is_subordinator(word) for word in words),
        "attributed": any(
            token.text == "," and attribution_after(token) for token in doc[end : min(end + 1, sentence.end)]
        ),
        "reporting": reporting.is_reporting(head.lemma_) and head.lemma_ not in WISHES,
        "quotes": any(word.text in '«»“”"' for word in words),
        "disagrees": not agrees(head, finite),
        "interrupted": any(word.is_punct or parts.is_noun(word) for word in _between(doc, subject_end, finite.i))
        or hidden_verb(doc[start : finite.i]),
        "inverted": (own := tree.subject_of(head)) is not None and own.i > finite.i,
        "double": hidden_verb(doc[finite.i + 1 : end]) or tree.joins_noun(head),
        "opens": any(t.text == ":" and not _explains(t, sentence) for t in doc[end : min(end + 2, sentence.end)]),
    }
    marks |= {name for name, holds in tests.items() if holds}
    return frozenset(marks)


def _explains(colon: Token, sentence: Span) -> bool:
    """Whether a colon opens a clause that gives a reason or a detail, not what a noun before it announces."""
    doc = colon.doc
    after = doc[colon.i + 1 : sentence.end]
    announced = any(parts.is_noun(token) and token.lemma_ in CATAPHORIC for token in doc[max(colon.i - 6, 0) : colon.i])
    quoted = any(token.text in '«"“' for token in after[:2])
    return not announced and not quoted and any(map(parts.is_finite, after))


def _to_reader(head: Token) -> bool:
    """Whether « vous » is the subject."""
    subject = tree.subject_of(head)
    return subject is not None and subject.lower_ == "vous"


def _between(doc: Doc, subject_end: int, finite: int) -> Span:
    """The words between subject and verb, less the comma that closes what the subject had inserted."""
    closes = subject_end < finite and doc[subject_end].text == ","
    before = range(subject_end - 1, max(subject_end - LONGEST_ASIDE, 1), -1)
    opening = next((i for i in before if doc[i].text == ","), 0)
    told = bool(opening) and describes(doc[opening + 1 : subject_end])
    inserted = closes and (told or tree.ends_with_insertion(doc[subject_end - 1]))
    return doc[subject_end + inserted : finite]


def agrees(head: Token, finite: Token) -> bool:
    """Whether subject and verb agree in number, as far as the parse tells."""
    subject = tree.subject_of(head)
    if subject is None or not parts.feature(finite, "Number") or parts.is_pronoun(subject):
        return True
    return nouns.number_of(subject) == parts.feature(finite, "Number")
