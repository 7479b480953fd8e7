"""The names of an article: one label a name over the whole text, and which of them may be the same."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING

from quizgen.french.nouns import ENTITY_TYPES

if TYPE_CHECKING:
    from spacy.tokens import Doc

FUNCTION_WORDS = frozenset("le la les un une des du de ce cette ces il elle ils elles on en à au aux et ou mais selon dans par pour".split())


def consistent(docs: Iterable["Doc"]) -> dict[str, tuple[str, ...]]:
    """Type -> names in the order of their first mention; a name has the label most of its mentions have."""
    labels: dict[str, Counter[str]] = defaultdict(Counter)
    for doc in docs:
        for entity in doc.ents:
            name = entity.text.strip()
            if name and name[0].isupper() and name.lower() not in FUNCTION_WORDS:
                labels[name][ENTITY_TYPES.get(entity.label_, "thing")] += 1
    found: dict[str, list[str]] = defaultdict(list)
    for name, counts in labels.items():
        found[counts.most_common(1)[0][0]].append(name)
    return {kind: tuple(names) for kind, names in found.items()}


def may_be_same(a: str, b: str) -> bool:
    """Whether two names may stand for one: they share a capitalised word (« Tyler Perry », « Perry ») or an acronym."""
    words_a, words_b = ({w.strip(",.'’").lower() for w in text.replace("’", "'").replace("'", " ").split() if w[:1].isupper()}
                        for text in (a, b))
    initials_a, initials_b = ("".join(w[0] for w in text.split() if w[:1].isupper()) for text in (a, b))
    return bool(words_a & words_b) or a in b or b in a or (len(a) > 1 and a == initials_b) or (len(b) > 1 and b == initials_a)
