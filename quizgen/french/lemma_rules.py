"""How a lemma comes from a form: so many letters off the end, an ending on; « 2+l » makes « cheval » of « chevaux »."""

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from quizgen.french.language import norm

if TYPE_CHECKING:
    from spacy.tokens import Token

#: tables of a pipeline's vocabulary: lemmas by form and tag, infinitives that there are
LEMMA_TABLE, INFINITIVES = "quizgen_lemmas", "quizgen_infinitives"
#: endings of the infinitives that are not known: those in -re and -oir are a closed set
_OPEN_ENDINGS = ("er", "ir", "ïr")


def lemma_key(form: str, upos: str) -> str:
    """Return the key of the lemma table for a word form and its UPOS tag."""
    return f"{_bare(form)}|{upos}"


def is_listed(word: "Token", tags: Iterable[str]) -> bool:
    """Whether the treebanks know the word's form under one of these UPOS tags; no where the pipeline has no table."""
    lookups = word.vocab.lookups
    if not lookups.has_table(LEMMA_TABLE):
        return False
    table = lookups.get_table(LEMMA_TABLE)
    return any(lemma_key(word.text, tag) in table for tag in tags)


def rule_of(form: str, lemma: str) -> str:
    """The rule that makes `lemma` of `form`: « = » keeps it, « < » lowers it, « 3+er » cuts three letters, adds er."""
    if form == lemma:
        return "="
    low = base(form)
    if low == lemma:
        return "<"
    common = 0
    while common < min(len(low), len(lemma)) and low[common] == lemma[common]:
        common += 1
    return f"{len(low) - common}+{lemma[common:]}"


def base(form: str) -> str:
    """The form that rules work on: lower case, straight apostrophe, no hyphen of an inversion."""
    return _bare(form) or form


def _bare(form: str) -> str:
    return norm(form).removeprefix("-t-").removeprefix("-")


def apply_rule(rule: str, form: str) -> str:
    """The lemma that `rule` makes of `form`; the form in lower case where the rule cuts more than there is."""
    if rule == "=":
        return form
    low = base(form)
    if rule == "<":
        return low
    cut, _, ending = rule.partition("+")
    kept = len(low) - int(cut)
    return low[:kept] + ending if kept >= 0 else low


def verb_lemma(rules: Iterable[str], form: str, known: Collection[str]) -> str:
    """The lemma of a verb's `form`: that of the first of `rules`, likeliest first, which makes a known infinitive.

    The infinitive begins as the form does, unless it is of the very first rule (« irai », « aller »); where none is
    known, the first that may be one.
    """
    lemmas = [apply_rule(rule, form) for rule in rules]
    alike = [lemma for lemma in lemmas if lemma[:2] == base(form)[:2]]
    possible = [lemma for lemma in alike if lemma.endswith(_OPEN_ENDINGS) and not lemma.endswith("oir")]
    if base(form).endswith("i"):
        alike.append(base(form) + "r")
        possible.append(base(form) + "r")
    return next((lemma for lemma in [lemmas[0], *alike] if lemma in known), (possible or lemmas)[0])
