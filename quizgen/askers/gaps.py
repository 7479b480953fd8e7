"""Passages with words out: grammar alone must not fill the gaps, and the text must leave one word for each.

The words of a passage differ in class or form, so that none can take another's gap; for each, the bank offers a second
word of the article with the same class, gender and number, which only the sense keeps out.
"""

import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from quizgen.french import nouns, parts, stems, tree
from quizgen.french.anaphora import bound_inside
from quizgen.french.elision import elides
from quizgen.french.equivalents import interchangeable
from quizgen.french.facts import Fact, Slot
from quizgen.french.frequency import RAREST, zipf
from quizgen.french.lemma_rules import LEMMA_TABLE, is_listed
from quizgen.french.reading import Reading, Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

#: words of a sentence, at least and at most; gaps (four make the bank long and its intruders worse); words between two
SENTENCE_WORDS, GAPS, APART = (12, 75), 3, 3
#: marks of a sentence that may still lose words
TOLERATED = {"exclamation", "quoted", "speech", "personal"}
#: how many of the nearest words an intruder is drawn from, and the cosine under which a word is absurd there
NEAREST, FAR = 3, 0.45
#: draws of gaps before a sentence is given up
TRIES = 12
#: classes of the words that may go
CLASSES = ("NOUN", "ADJ", "VERB")
#: Zipf value from which a verb fits everywhere (« trouver »)
VERSATILE = 4.5
#: ordinals and words too light, or half a number, to be looked for
ORDINAL = ("ième", "ièmes")
COMMON = frozenset(
    "être avoir faire pouvoir devoir aller vouloir falloir dire mettre prendre venir autre même tout seul "
    "grand petit bon premier dernier chose fois façon manière part cas fait plus moins type abord ailleurs "
    "cent mille quel cents mien tien sien nul certain second".split()
)


#: rare words by what a gap would show of them
Stock = Mapping[tuple[str, ...], "Sequence[tuple[Sentence, Token]]"]


def gap_facts(reading: Reading, seed: int = 0) -> Iterator[Fact]:
    """A fact « gaps » (text with [[1]] …; value the words) for each sentence with three words of different grammar."""
    stock = by_grammar(rare_words(reading))
    for sentence in reading.sentences:
        size = len(sentence.text.split())
        if sentence.text.count("(") != sentence.text.count(")") or not sentence.text[:1].isupper():
            continue
        if sentence.marks - TOLERATED or not SENTENCE_WORDS[0] <= size <= SENTENCE_WORDS[1]:
            continue
        rng = random.Random(f"{seed}{sentence.text}")
        offers = {gap: rivals(gap, sentence, stock) for gap in sentence.span if may_go(gap, sentence)}
        able = [gap for gap, words in offers.items() if words]
        drawn = (intruders(choose_gaps(able, rng), offers, rng) for _ in range(TRIES if len(able) >= GAPS else 0))
        found = next((found for found in drawn if len(found) == GAPS), None)
        if found is not None:
            yield _fact(sentence, tuple(found), tuple(found.values()), reading)


def rare_words(reading: Reading) -> list[tuple[Sentence, "Token"]]:
    """The content words that the article uses once, in lower case, each with its sentence, in the order of the text."""
    counts = Counter(token.lemma_ for sentence in reading.sentences for token in sentence.span)
    return [
        (sentence, token)
        for sentence in reading.sentences
        for token in sentence.span
        if counts[token.lemma_] == 1 and token.is_lower and len(token.text) >= 4 and _content(token)
    ]


def by_grammar(words: Iterable[tuple[Sentence, "Token"]]) -> Stock:
    """The words of `rare_words` by their grammar."""
    found: dict[tuple[str, ...], list[tuple[Sentence, Token]]] = defaultdict(list)
    for sentence, token in words:
        found[_grammar(token)].append((sentence, token))
    return found


def intruders(
    chosen: list["Token"], offers: Mapping["Token", list["Token"]], rng: random.Random
) -> dict["Token", str]:
    """A word for each gap, in order, that finds one among what `offers` has for it (see `rivals`), none twice.

    One of the nearest in sense, where the pipeline has vectors: a word met beside the same words is no absurd answer.
    """
    found: dict[Token, str] = {}
    taken: set[str] = set()
    for gap in chosen:
        near = nearest(gap, [token for token in offers[gap] if token.lemma_ not in taken])
        if near:
            word = rng.choice(near)
            found[gap] = word.text
            taken.add(word.lemma_)
    return found


def rivals(gap: "Token", sentence: Sentence, stock: Stock) -> list["Token"]:
    """The words of other sentences that grammar lets into the gap, none of them its equivalent, none far in sense."""
    alike = [token for other, token in stock.get(_grammar(gap), ()) if other is not sentence]
    apart = [token for token in alike if _apart(token, gap) and not interchangeable(token.lemma_, gap.lemma_)]
    return nearest(gap, apart, len(apart))


def nearest(gap: "Token", words: list["Token"], count: int = NEAREST) -> list["Token"]:
    """The `count` words nearest to the gap's in sense, none of them far; all where the pipeline has no vectors."""
    if not words or not gap.vocab.vectors_length:
        return words
    likely = sorted(((_nearness(gap, word), word) for word in words), key=lambda pair: -pair[0])
    return [word for near, word in likely[:count] if near >= FAR]


def _nearness(a: "Token", b: "Token") -> float:
    """The cosine of the two words' vectors."""
    one, other = a.vector, b.vector
    length = float(a.vector_norm * b.vector_norm)
    return float(one @ other) / length if length else 0.0


def _grammar(token: "Token") -> tuple[str, ...]:
    """What a gap shows of its word: class and form, gender, number, tense, person, whether it elides an article, and
    of a verb what it goes with (object, « se », auxiliary): « tremblant ses faîtages » can be no rival."""
    shape = [
        _class(token),
        *(parts.feature(token, name) for name in ("Gender", "Number", "Tense", "Person", "VerbForm")),
        str(elides(token.text)),
    ]
    if parts.is_verb(token):
        goes_with = (
            tree.object_of(token) is not None,
            tree.is_reflexive(token),
            bool(tree.children(token, tree.AUXILIARY)),
        )
        shape.extend(map(str, goes_with))
    return tuple(shape)


def _apart(a: "Token", b: "Token") -> bool:
    """Whether one word may stand beside the other in a bank: of two people both might be meant, a person for a thing
    is absurd; and what the treebanks know as another class too was perhaps not read well."""
    if not parts.is_noun(a):
        return not parts.is_verb(a) or zipf(a.lemma_) < VERSATILE
    return not {nouns.type_of(a), nouns.type_of(b)} & nouns.ACTING and not _is_ambiguous(a)


def _is_ambiguous(noun: "Token") -> bool:
    """Whether the word is an adjective or a verb as well (« mince »)."""
    return is_listed(noun, ("ADJ", "VERB"))


def _content(token: "Token") -> bool:
    """Whether the word may stand in a gap or in the bank: a common noun, an adjective or a verb, of some weight."""
    content = (parts.is_noun(token) and not parts.is_name(token)) or parts.is_adjective(token) or parts.is_verb(token)
    return bool(
        content
        and token.is_alpha
        and _is_known(token)
        and not _is_misread(token)
        and not token.ent_type_
        and not {token.lemma_, token.lower_} & COMMON
        and not token.lower_.endswith(ORDINAL)
        and token.dep_ not in (*tree.AUXILIARY, *tree.COPULA, *tree.FIXED, *tree.MARKER)
        and nouns.type_of(token) not in ("time", "quantity")
    )


def _is_known(token: "Token") -> bool:
    """Whether any dictionary of ours holds the word in any class: « cubeba » is Latin."""
    if not token.vocab.lookups.has_table(LEMMA_TABLE):
        return True
    return zipf(token.text, token.lemma_) > RAREST or is_listed(token, CLASSES)


def _is_misread(token: "Token") -> bool:
    """Whether the treebanks know the form, but not as what the tagger took it for (« faute » a verb, « scolaires » a
    noun), or a noun stands where none can (« , refroidi, »)."""
    own = ("ADJ", "VERB") if parts.is_participle(token) else (token.pos_,)
    if is_listed(token, CLASSES) and not is_listed(token, own):
        return True
    loose = parts.is_noun(token) and token.dep_ in tree.PARTICIPIAL
    before = token.nbor(-1) if token.i else None
    # « les jouables »: an adjective that stands for a noun
    named = parts.is_adjective(token) and before is not None and parts.is_determiner(before) and token.head.i <= token.i
    return loose or named


def choose_gaps(words: list["Token"], rng: random.Random) -> list["Token"]:
    """Some of the words that may go, set apart from one another, no two of which would fit the same gap by grammar."""
    words = rng.sample(words, len(words))
    chosen: list[Token] = []
    for word in sorted(words, key=lambda token: parts.is_adjective(token)):
        apart = all(abs(word.i - other.i) >= APART for other in chosen)
        if apart and all(_differ(word, other) for other in chosen) and len(chosen) < GAPS:
            chosen.append(word)
    return sorted(chosen, key=lambda token: token.i)


def may_go(token: "Token", sentence: Sentence) -> bool:
    """Whether the word may be taken out: it stands once, in lower case, not bare, not in a fixed phrase or brackets."""
    lead = token.doc[max(0, token.i - 1)].lower_.replace("’", "'")
    bare = parts.is_noun(token) and tree.determiner_of(token) is None and lead not in ("de", "d'", "du", "des")
    once = sum(other.lower_ == token.lower_ for other in sentence.span) == 1
    nearby = token.doc[max(0, token.i - 1) : token.i + 2]
    return bool(
        _content(token)
        and once
        and not bare
        and token.is_lower
        and len(token.text) >= 4
        and not any(word.text in "()[]" for word in nearby)
        and token.i + 1 < len(token.doc)
        and not token.doc[token.i + 1].text.startswith("-")
        and not any(child.dep_ in tree.FIXED for child in token.children)
    )


def _differ(a: "Token", b: "Token") -> bool:
    """Whether grammar keeps the two words apart: class and form, or number, or a gender that the article shows."""
    if a.lemma_ == b.lemma_:
        return False
    if _class(a) != _class(b):
        return True
    number_a, number_b = parts.feature(a, "Number"), parts.feature(b, "Number")
    if number_a and number_b and number_a != number_b:
        return True
    gender_a, gender_b = parts.feature(a, "Gender"), parts.feature(b, "Gender")
    return (
        gender_a != gender_b
        and "" not in (gender_a, gender_b)
        and number_a == "Sing"
        and _shows_gender(a)
        and _shows_gender(b)
    )


def _class(token: "Token") -> str:
    if parts.is_noun(token):
        return "noun"
    if parts.is_adjective(token) or parts.is_participle(token):
        return "adjective"
    return "infinitive" if parts.is_infinitive(token) else "verb"


def _shows_gender(noun: "Token") -> bool:
    before = noun.doc[noun.i - 1].lower_ if noun.i else ""
    return before in ("le", "la", "un", "une", "du", "au", "ce", "cet", "cette", "son", "sa")


def _fact(sentence: Sentence, chosen: Sequence["Token"], others: tuple[str, ...], reading: Reading) -> Fact:
    text, cut = "", 0
    whole, first = sentence.text, sentence.bounds[0] - sentence.offset
    for number, token in enumerate(chosen, 1):
        text += whole[cut : token.idx - first] + f"[[{number}]]"
        cut = token.idx - first + len(token)
    text += whole[cut:]
    first_word, taken = sentence.span[0], reading.antecedents.get((sentence.paragraph, sentence.span[0].i))
    if taken is not None and parts.is_pronoun(first_word) and not text.startswith("[["):
        text = f"{first_word.text} [{stems.phrase(taken.span)}]{text[len(first_word.text) :]}"
    lead = "[…] " if sentence.text[0].islower() else ""
    slots = {"text": Slot(lead + re.sub(r"\s*;$", ".", text.strip()), *sentence.bounds)}
    sure = 0.9 if not sentence.marks else 0.78
    bound = bound_inside(sentence.span if taken is None else sentence.span[1:])
    sure -= 0.3 * (not bound)
    return Fact("gaps", slots, (sentence.bounds,), sure, sentence.marks, tuple(token.text for token in chosen), others)
