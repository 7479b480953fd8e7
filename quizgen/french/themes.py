"""What a paragraph is about, by the noun that comes back in it; and what an article asks its readers at the end."""

from collections import Counter
from collections.abc import Iterator
from itertools import takewhile

from quizgen.french import nouns, parts
from quizgen.french.anaphora import plain
from quizgen.french.elision import join
from quizgen.french.facts import Fact, Slot
from quizgen.french.reading import Reading, Sentence

#: sentences and words of a paragraph that has a theme, at least; how often its noun comes, and that of a rival
SENTENCES, WORDS, TIMES, AGAIN = 3, 45, 3, 2
#: other paragraphs' themes that must be wrong for this one; letters by which words of one family are told
OTHERS, STEM = 2, 4
#: what a theme may be
TYPES = frozenset(["thing", "place", "animal", "event", "institution"])
#: words by which a reader is asked
READER = frozenset(["vous", "votre", "vos", "toi", "ton", "ta", "tes", "tu"])


def theme_facts(reading: Reading) -> Iterator[Fact]:
    """A fact « theme » (theme) for each paragraph whose main noun two other paragraphs do without.

    `others` are the themes of other paragraphs that this one never mentions, nor a word of their family.
    """
    told = _paragraphs(reading)
    named = {rank: found for rank, sentences in told.items() if (found := _theme(sentences)) is not None}
    for rank, (lemma, label, times) in named.items():
        if times < TIMES or lemma in reading.topics:
            continue
        words = " ".join(sentence.text.lower() for sentence in told[rank])
        others = [other for name, other, _ in named.values() if name != lemma and name[:STEM] not in words]
        rest = [sentences for other, sentences in told.items() if other != rank]
        elsewhere = max((sum(t.lemma_ == lemma for s in each for t in s.span) for each in rest), default=0)
        proof = [s.bounds for s in told[rank] if any(t.lemma_ == lemma for t in s.span)]
        if len(set(others)) >= OTHERS and elsewhere < times:
            yield Fact("theme", {"theme": Slot(label)}, tuple(proof[:TIMES]), 0.9, others=tuple(dict.fromkeys(others)))


def _paragraphs(reading: Reading) -> dict[int, list[Sentence]]:
    """The paragraphs that tell something at length, by rank."""
    found: dict[int, list[Sentence]] = {}
    for sentence in reading.sentences:
        found.setdefault(sentence.paragraph, []).append(sentence)
    return {
        rank: sentences
        for rank, sentences in found.items()
        if len(sentences) >= SENTENCES
        and sum(len(s.text.split()) for s in sentences) >= WORDS
        and not any(s.marks & {"speech", "heading"} for s in sentences)
    }


def _theme(sentences: list[Sentence]) -> tuple[str, str, int] | None:
    """(lemma, « les barrages », times): the noun that alone comes most often, in two sentences or more."""
    tokens = [t for s in sentences for t in s.span if parts.is_noun(t) and not parts.is_name(t) and len(t.lemma_) > 3]
    counts = Counter(t.lemma_ for t in tokens)
    first, *rest = counts.most_common(2) or [("", 0)]
    lemma, times = first
    same = [t for t in tokens if t.lemma_ == lemma]
    if times < AGAIN or (rest and rest[0][1] == times) or len({t.sent.start for t in same}) < 2:
        return None
    form, _ = Counter(t.lower_ for t in same).most_common(1)[0]
    token = next(t for t in same if t.lower_ == form)
    gender, number = nouns.gender_of(token), nouns.number_of(token)
    if nouns.type_of(token) not in TYPES or not number or (number == "Sing" and not gender):
        return None
    if (number == "Plur") != form.endswith(("s", "x", "z")):
        return None
    article = "les" if number == "Plur" else "la" if gender == "Fem" else "le"
    return lemma, join(article, form, contract=False), times


def appeal_facts(reading: Reading) -> Iterator[Fact]:
    """A fact « appeal » (question): the first thing that the article's last words ask its reader."""
    closing = list(takewhile(_calls, reversed(reading.sentences)))
    for sentence in reversed(closing):
        if any(plain(token) in READER for token in sentence.span) and "question" in sentence.marks:
            start, end = sentence.bounds
            yield Fact("appeal", {"question": Slot(sentence.text, start, end)}, (sentence.bounds,), 0.95)
            return


def _calls(sentence: Sentence) -> bool:
    """Whether the sentence asks something or speaks to the reader, outside quotation marks and dialogue."""
    spoken = sentence.marks & {"quoted", "speech"}
    return not spoken and ("question" in sentence.marks or any(plain(token) in READER for token in sentence.span))
