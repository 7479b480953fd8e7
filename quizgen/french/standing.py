"""What a noun or a pronoun is in its sentence, as far as it says who may be meant by « il »."""

from typing import TYPE_CHECKING

from spacy.tokens import Span, Token

from quizgen.french import nouns, parts, reporting, tree
from quizgen.french.anaphora import IMPERSONAL_VERBS, PERSONAL, plain
from quizgen.french.name_words import words
from quizgen.french.quotes import FEWEST, QUOTED
from quizgen.french.selection import minded
from quizgen.french.stems import core_end

if TYPE_CHECKING:
    from quizgen.french.reading import Sentence

#: share of people among a verb's subjects from which it says what somebody does, and below which anything may
SOMEBODY, ANYTHING = 0.85, 0.7

#: places of a word in its clause, the likeliest to be taken up last
INSIDE, BESIDE, OBJECT, LOWER, SUBJECT = range(5)
#: what « il » makes when it is nobody
WEATHER = frozenset("nuit jour froid chaud beau mauvais noir sombre bon gris frais soleil".split())
#: what is done to people only
SUFFERED = frozenset("élire nommer arrêter condamner soigner embaucher licencier inviter".split())


def named_span(token: Token) -> Span:
    """The noun phrase without the preposition before it and what a comma sets off."""
    whole = tree.span_of(token)
    marker = tree.marker_of(token)
    start = marker.end if marker is not None and whole.start <= marker.start < token.i else whole.start
    while start < token.i and (
        parts.is_coordinator(whole.doc[start]) or parts.is_adverb(whole.doc[start]) or whole.doc[start].is_punct
    ):
        start += 1
    end = max(core_end(whole.doc[start : whole.end]), token.i + 1)
    end = next((t.i for t in whole.doc[token.i + 1 : end] if parts.is_finite(t) and not _in_relative(t, token)), end)
    while end > token.i + 1 and whole.doc[end - 1].is_space:
        end -= 1
    return whole.doc[start:end]


def _in_relative(verb: Token, noun: Token) -> bool:
    """Whether a relative pronoun stands between noun and verb."""
    return any(map(parts.is_relative_pronoun, noun.doc[noun.i : verb.i]))


def place_of(token: Token) -> int:
    """Where the word stands in its clause; the subject of the main clause is the likeliest to be taken up."""
    if token.dep_ in tree.SUBJECT:
        return SUBJECT if token.head == token.sent.root else LOWER
    if token.dep_ in tree.OBJECT:
        return OBJECT
    return BESIDE if token.dep_ in tree.OBLIQUE and parts.is_verb(token.head) else INSIDE


def is_nobody(pronoun: Token) -> bool:
    """« Il faut », « il existe », « il fallait »."""
    head = pronoun.head
    lacks = head.lemma_ == "manquer" and tree.object_of(head) is not None
    near = head.doc[head.i + 1 : head.i + 4]
    if head.lemma_ == "faire" and any(plain(token) in WEATHER for token in near):
        return True
    never = head.lemma_ in IMPERSONAL_VERBS | {"exister", "rester"}
    return tree.is_impersonal(head) or (plain(pronoun) == "il" and (never or lacks))


def own_words(sentence: "Sentence") -> list[Token]:
    """The words of the sentence that are nobody else's: not in a quotation, nor in one that goes on beyond it."""
    text = sentence.span.doc.text
    quoted = [m.span() for m in QUOTED.finditer(text) if len(m.group().split()) > FEWEST]
    opens = "unbalanced" in sentence.marks
    return [
        token
        for token in sentence.span
        if not any(start < token.idx < end for start, end in quoted)
        and not (opens and _count(text, "«“", token.idx) > _count(text, "»”", token.idx))
    ]


def _count(text: str, marks: str, end: int) -> int:
    return sum(text.count(mark, 0, end) for mark in marks)


def is_attribute(noun: Token) -> bool:
    """Whether the noun says what a subject is: « le gypaète est un vautour », « un ancien ministre »."""
    above = noun
    while tree.is_coordinated(above):
        above = above.head
    return tree.has_copula(above) or above.dep_ in tree.OPEN_COMPLEMENT


def is_bare(noun: Token) -> bool:
    """« En famille », « fille d'institutrice », « Belle joueuse, elle »: a noun without article names nobody."""
    negated = noun.left_edge.lower_ in ("de", "d'", "d’") and tree.is_core(noun)
    if negated or parts.is_name(noun) or noun.ent_type_ or tree.is_coordinated(noun):
        return negated
    if tree.determiner_of(noun) is not None:
        return False
    lone = nouns.number_of(noun) == "Sing" and not tree.is_core(noun)
    return lone or noun.i == noun.sent.start


def needs_mind(pronoun: Token) -> bool:
    """Whether only somebody can do or be what the verb says: « il sourit », « elle est présidente »."""
    head = pronoun.head
    if says(pronoun):
        return True
    if tree.has_copula(head):
        return parts.is_noun(head) and nouns.type_of(head) == "person"
    if tree.is_passive(head):
        return head.lemma_ in SUFFERED
    people = minded(head)
    return head.lemma_ in words("verbs", "person") or (people is not None and people >= SOMEBODY) or (
        head.lemma_ in words("verbs", "deeds") and (people is None or people >= ANYTHING)
    )


def says(pronoun: Token) -> bool:
    """« … », raconte-t-il: whoever speaks."""
    return reporting.is_reporting(pronoun.head.lemma_) and pronoun.text.startswith("-")


def announces(pronoun: Token) -> bool:
    """« Quand il revint, Paul … »: a pronoun before the main clause whose noun may be its own."""
    root = pronoun.sent.root
    subject = tree.subject_of(root)
    return (
        subject is not None
        and pronoun.head != root
        and subject.i > pronoun.i
        and parts.is_noun(subject)
        and nouns.number_of(subject) == PERSONAL[plain(pronoun)][1]
        and nouns.gender_of(subject) in (PERSONAL[plain(pronoun)][0], "")
    )
