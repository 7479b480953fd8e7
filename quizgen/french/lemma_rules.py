"""How a lemma comes from a form: so many letters off the end, an ending on; « chevaux » 2|l… -> « cheval »."""

from quizgen.french.language import plain


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
    return plain(form).lower().removeprefix("-t-").removeprefix("-") or form


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
