"""What makes a French text hard to read, measured: its sentences, its words, its tenses, its subordinate clauses."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from spacy.tokens import Token

from quizgen.french import parts
from quizgen.french.frequency import zipf
from quizgen.french.reading import Reading, Sentence
from quizgen.french.syllables import syllables

#: words met less than ten times in a million (Zipf 4) are rare
RARE = 4.0
#: (mood, tense) of UD -> how the tense is called
TENSES = {
    ("Ind", "Past"): "passé simple",
    ("Sub", "Pres"): "subjonctif",
    ("Sub", "Imp"): "subjonctif imparfait",
    ("Cnd", "Pres"): "conditionnel",
    ("Ind", "Imp"): "imparfait",
    ("Ind", "Fut"): "futur",
}
#: endings of the subjonctif imparfait, which taggers seldom know: « fût », « parlât », « vînt »; not « paraît »
IMPERFECT_SUBJUNCTIVE = re.compile(r"(?:â|û|(?<![aoâ])î)n?t$")
WORD = re.compile(r"[^\W\d_]")


@dataclass(frozen=True)
class Measures:
    """Words in all and per sentence; share of rare words among nouns, verbs, adjectives and adverbs (0..1), and these,
    the rarest first; tense -> verbs in it; conjugated verbs; subordinate clauses per sentence; ease of reading
    (Kandel & Moles, about 0 to 100).
    """

    words: int
    sentence: float
    rare: float
    rarest: tuple[str, ...]
    tenses: Mapping[str, int]
    verbs: int
    subordinates: float
    ease: float


def measure(reading: Reading) -> Measures | None:
    """The measures of a text; None where it has no sentence with words."""
    sentences = [each for each in reading.sentences if "heading" not in each.marks and words(each)]
    if not sentences:
        return None
    tokens = [token for each in sentences for token in each.span]
    written = [word for each in sentences for word in words(each)]
    content = [token for token in tokens if _has_content(token)]
    rare = Counter(token.lower_ for token in content if zipf(token.lower_, token.lemma_) < RARE)
    finite = [token for token in tokens if parts.is_finite(token)]
    plurals = {token.lower_ for token in finite if parts.feature(token, "Number") == "Plur"}
    spoken = sum(syllables(word, word.lower() in plurals) for word in written)
    tenses = Counter(filter(None, map(_tense, finite)))
    return Measures(
        len(written),
        len(written) / len(sentences),
        rare.total() / max(1, len(content)),
        tuple(sorted(rare, key=lambda form: (zipf(form), -rare[form], form))),
        dict(tenses),
        len(finite),
        sum(map(parts.opens_clause, tokens)) / len(sentences),
        ease(len(written), len(sentences), spoken),
    )


def ease(words: int, sentences: int, syllables: int) -> float:
    """207 − 1.015 · words a sentence − 73.6 · syllables a word.

    Source: L. Kandel and A. Moles, « Application de l'indice de Flesch à la langue française », Cahiers d'Études de
    Radio-Télévision 19, 1958, 253–274: R. Flesch's reading ease (1948) fitted to French.
    """
    return 207 - 1.015 * words / sentences - 73.6 * syllables / words


def words(sentence: Sentence) -> list[str]:
    """The words as blanks part them, figures and lone punctuation left out."""
    return [word for word in sentence.text.split() if WORD.search(word)]


def _tense(verb: Token) -> str | None:
    """How the tense of a conjugated verb is called; None for the present and what has no name here."""
    if IMPERFECT_SUBJUNCTIVE.search(verb.lower_):
        return TENSES["Sub", "Imp"]
    return TENSES.get((parts.feature(verb, "Mood"), parts.feature(verb, "Tense")))


def _has_content(token: Token) -> bool:
    """Whether the token is a common noun, a verb, an adjective or an adverb, written in letters."""
    named = token.ent_type_ or parts.is_name(token)
    full = parts.is_noun(token) or parts.is_verb(token) or parts.is_adjective(token) or parts.is_adverb(token)
    return full and not named and token.text.isalpha() and len(token) > 1
