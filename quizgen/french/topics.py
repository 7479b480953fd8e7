"""What a whole text is about: its one main person, its main nouns. To ask for either asks for no reading."""

from collections import Counter
from typing import TYPE_CHECKING

from quizgen.french import parts

if TYPE_CHECKING:
    from quizgen.french.reading import Reading

#: mentions of the main person, and its share of all people's; times that a main noun comes, half as often as the first
MENTIONS, SHARE, TIMES = 4, 0.5, 5


def topics(reading: "Reading") -> frozenset[str]:
    """The ways the main person is written, and the lemmas of the main nouns; none where it has no main ones."""
    return frozenset({*_person(reading), *_noun(reading)})


def _person(reading: "Reading") -> tuple[str, ...]:
    people = [entity for entity in reading.entities if entity.type == "person"]
    main = max(people, key=lambda entity: len(entity.mentions), default=None)
    everybody = sum(len(entity.mentions) for entity in people)
    if main is None or len(main.mentions) < max(MENTIONS, SHARE * everybody):
        return ()
    return (main.name, *main.aliases)


def _noun(reading: "Reading") -> tuple[str, ...]:
    nouns = (token.lemma_ for doc in reading.docs for token in doc if parts.is_noun(token) and not parts.is_name(token))
    counts = Counter(nouns)
    least = max(TIMES, SHARE * max(counts.values(), default=0))
    return tuple(lemma for lemma, times in counts.items() if times >= least)
