"""Figures that count something: « quatre personnes », « plus de 13 000 comptes bancaires »."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Span, Token

from quizgen.french import numbers, parts, stems, tree
from quizgen.french.anaphora import dangling
from quizgen.french.clause import Clause
from quizgen.french.clauses import clauses
from quizgen.french.dates import MONTHS
from quizgen.french.facts import Fact, Slot
from quizgen.french.hearsay import CONDITIONS
from quizgen.french.naming import nameable
from quizgen.french.reading import Reading, Sentence
from quizgen.french.said import UNSAFE, shortened

#: what a figure measures rather than counts, and dates: never « combien de … »
UNITS = frozenset(
    [
        *MONTHS,
        *"an ans année années mois jour jours heure heures minute minutes seconde secondes siècle siècles".split(),
        *"degré degrés fois euro euros dollar dollars franc francs % mètre mètres kilomètre kilomètres km m cm".split(),
        *"kg kilo kilos litre litres tonne tonnes hectare hectares acre acres million millions".split(),
        *"milliard milliards page pages point points gramme grammes unité unités".split(),
    ]
)
APPROXIMATE = re.compile(
    r"(plus de|moins de|près de|environ|au moins|quelque|presque|à peine|jusqu['’]à)\s+$", re.IGNORECASE
)


#: words that make a figure of the one before
HUNDREDS = frozenset("cent cents mille million millions milliard milliards douzaine douzaines".split())


def figure_facts(reading: Reading) -> Iterator[Fact]:
    """A fact « count » for each figure that counts a noun, with « combien de » forms where its clause allows."""
    nouns = Counter(
        token.lower_ for sentence in reading.sentences for token in sentence.span if tree.number_of(token) is not None
    )
    for sentence in reading.sentences:
        if not sentence.marks - {"personal"}:
            asked = {fact.slots["whole"].start: fact for fact in _asked(sentence)}
            for noun in sentence.span:
                fact = _count(noun, sentence)
                if fact is not None:
                    fact = asked.get(fact.slots["whole"].start, fact)
                    yield replace(fact, marks=fact.marks | ({"unique"} if nouns[noun.lower_] == 1 else set()))


def _is_figure(word: str) -> bool:
    """Whether a word of the question is another figure, perhaps one that goes with it (« et dix en hiver »)."""
    return word.lower() not in ("un", "une") and numbers.value(word.strip(",.")) is not None


def _count(noun: Token, sentence: Sentence) -> Fact | None:
    figure = tree.number_of(noun) if parts.is_noun(noun) else None
    if (
        figure is None
        or parts.is_name(noun)
        or not noun.text.endswith(("s", "x"))
        or figure.i > noun.i
        or numbers.value(figure.text) is None
        or noun.lower_ in UNITS
        or noun.nbor(-1).lower_ in HUNDREDS
        or noun.lower_ in HUNDREDS
        or figure.nbor(1).lower_ in HUNDREDS
    ):
        return None
    if figure.lower_ in ("un", "une", "1", "deux") or any(
        parts.is_determiner(w) for w in noun.doc[figure.i + 1 : noun.i]
    ):
        return None
    start, text = _figure(figure, sentence)
    whole = noun.doc[figure.i : _noun_end(noun)]
    if dangling(whole):
        return None
    counted = whole.doc[figure.i + 1 : whole.end].text
    if numbers.value(counted.split()[0]) is not None:
        return None
    end = sentence.offset + whole.end_char
    said = whole.doc.text[start - sentence.offset : whole.end_char]
    slots = {
        "number": Slot(text, start, start + len(text), "quantity"),
        "noun": Slot(counted),
        "whole": Slot(said, start, end, "quantity"),
    }
    return Fact("count", slots, (sentence.bounds,), 0.85)


def _noun_end(noun: Token) -> int:
    """Where the counted phrase ends: adjectives and a « de » complement right after the noun, nothing looser."""
    end = noun.i + 1
    mine = {word.i for word in noun.subtree}
    while end < len(noun.doc) and end in mine and not noun.doc[end].is_punct:
        word = noun.doc[end]
        if (
            (parts.is_verb(word) and not parts.is_participle(word))
            or parts.is_relative_pronoun(word)
            or parts.is_conjunction(word)
        ):
            break
        if (parts.is_preposition(word) and word.lower_.replace("’", "'") not in ("de", "d'")) or parts.is_participle(
            word
        ):
            break
        end += 1
    return end


def _figure(figure: Token, sentence: Sentence) -> tuple[int, str]:
    """Offset and text of the figure with « plus de », « environ » before it."""
    before = figure.doc.text[: figure.idx]
    match = APPROXIMATE.search(before)
    start = match.start() if match else figure.idx
    return sentence.offset + start, figure.doc.text[start : figure.idx + len(figure)]


def _asked(sentence: Sentence) -> Iterator[Fact]:
    """Counts that are the subject or the object of a clause: the clause said with « combien de »."""
    if not sentence.plain:
        return
    for clause in map(shortened, clauses(sentence.span)):
        supposed = "hearsay" in clause.marks and any(token.lower_ in CONDITIONS for token in sentence.span)
        if clause.marks & UNSAFE or "negated" in clause.marks or supposed:
            continue
        for noun, form in ((clause.subject_head, _of_subject), (tree.object_of(clause.head), _of_object)):
            fact = _count(noun, sentence) if noun is not None else None
            asked = form(clause, noun) if fact is not None and noun is not None else None
            if fact is not None and asked and not any(_is_figure(word) for word in asked.split()):
                source = clause.role("source")
                prefix = (
                    f"{source.span.text}, " if source else "d'après le texte, " if "hearsay" in clause.marks else ""
                )
                slots = {**fact.slots, "asked": Slot(asked), "prefix": Slot(prefix)}
                if form is _of_object and noun is not None:
                    slots["everyday"] = Slot(_of_object(clause, noun, everyday=True) or asked)
                yield replace(fact, slots=slots, marks=clause.marks | {"asked"})


def _of_subject(clause: Clause, noun: Token) -> str | None:
    """« personnes ont été arrêtées »: the clause after « combien de »."""
    first = clause.subject[0]
    source = clause.role("source")
    rest = [
        i
        for i in range(clause.group_start, clause.end)
        if source is None or not source.span.start <= i < source.span.end
    ]
    told = [clause.doc[i] for i in rest if i > clause.finite.i and clause.doc[i] != clause.head]
    if "passive" in clause.marks and not any(map(parts.is_noun, told)):
        return None  # « Combien de conditions doivent être réunies ? » does not say for what
    if tree.number_of(noun) != first or dangling([clause.doc[i] for i in rest], noun) or clause.shared:
        return None
    return f"{clause.doc[first.i + 1 : stems.core_end(clause.subject)].text} {stems.words(clause.doc, rest)}"


def _of_object(clause: Clause, noun: Token, everyday: bool = False) -> str | None:
    """« plateaux le projet compte-t-il »: the object first, then the clause inverted, or after « est-ce que »."""
    thing: Span = clause.doc[noun.left_edge.i : _noun_end(noun)]
    if not nameable(clause.subject) or clause.subject.end > thing.start or "passive" in clause.marks:
        return None
    if noun.left_edge != tree.number_of(noun):
        return None
    rest = [t for t in clause.doc[clause.group_start : clause.end] if not thing.start <= t.i < thing.end]
    inverted = stems.with_est_ce_que(clause, [thing]) if everyday else stems.inverted(clause, [thing])
    split = thing.end < clause.end and parts.is_participle(clause.doc[thing.end])  # « cinq doigts munis de griffes »
    if split or inverted is None or dangling(rest, clause.subject_head) or tree.participle_agrees(clause.head):
        return None
    return f"{clause.doc[thing.start + 1 : thing.end].text} {inverted}"
