"""How often a French word is met, by data/frequency.tsv."""

from functools import cache
from importlib.resources import files

#: the Zipf value below which words are not told apart
RAREST = 2.5


@cache
def _bands() -> dict[str, float]:
    """Form -> the lower end of its band."""
    text = (files("quizgen.french") / "data" / "frequency.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return {form: float(least) for least, forms in rows for form in forms.split()}


def zipf(*forms: str) -> float:
    """The Zipf value, in steps of a half, of the most frequent of `forms` (a word and its lemma): « maison » 5.0."""
    return max(_bands().get(form.lower().replace("’", "'"), RAREST) for form in forms)
