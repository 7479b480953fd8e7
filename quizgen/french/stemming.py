"""What inflection and derivation leave of a word: Snowball stems, infinitives of irregular verbs, families."""

from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import Any

from quizgen.french.conjugation import third_persons
from quizgen.french.families import rows
from quizgen.french.sound import folded

_DATA = Path(__file__).with_name("data")


@cache
def roots(word: str) -> frozenset[str]:
    """The stems that a form may have, without accents: « pris » gives those of « pris » and of « prendre »."""
    form = word.lower()
    return frozenset(_stem(each) for each in (form, *_infinitives().get(folded(form), ())))


@cache
def kin(word: str) -> frozenset[int]:
    """The families (data/families.tsv) that a form may belong to, by number."""
    return frozenset(number for root in roots(word) for number in _families().get(root, ()))


@cache
def _stem(form: str) -> str:
    """The Snowball stem (M. Porter's French algorithm, by NLTK), accents left out."""
    return folded(_stemmer().stem(form))


@cache
def _stemmer() -> Any:
    from nltk.stem.snowball import FrenchStemmer  # NLTK takes long to load: only when an answer is compared

    return FrenchStemmer()


@cache
def _families() -> dict[str, tuple[int, ...]]:
    found: dict[str, list[int]] = defaultdict(list)
    for number, members in enumerate(rows()):
        for word, _ in members:
            found[_stem(word)].append(number)
    return {root: tuple(numbers) for root, numbers in found.items()}


def infinitives() -> frozenset[str]:
    """The irregular verbs that are known by their forms."""
    return frozenset(lemma for lemmas in _infinitives().values() for lemma in lemmas)


@cache
def _infinitives() -> dict[str, tuple[str, ...]]:
    """Form without accents -> infinitives, of the verbs of conjugation.tsv that have a name and of forms.tsv."""
    found: dict[str, set[str]] = defaultdict(set)
    for line in (_DATA / "forms.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            lemma, forms = line.split("\t")
            for form in (*forms.split(), *third_persons(lemma)):
                found[folded(form)].add(lemma)
    return {form: tuple(sorted(lemmas)) for form, lemmas in found.items()}
