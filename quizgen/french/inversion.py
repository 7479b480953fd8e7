"""The clitic subject after the verb: « a-t-il », « sont-ils », « est-ce », « puis-je »."""

import re

from quizgen.french.elision import elides, join

# With « je », only these present forms invert in today's French; the others ask with « est-ce que ».
_JE_PRESENT = frozenset(
    {"ai", "suis", "puis", "dois", "vais", "sais", "dis", "fais", "vois", "veux", "crois", "connais", "peux"}
)
_JE_IRREGULAR = {"peux": "puis"}
# Futur, conditionnel, imparfait: « aurai-je », « pourrais-je », « avais-je ».
_JE_ENDING = re.compile(r"(?:ai|ais)$")
_THIRD_SINGULAR = frozenset({"il", "elle", "on"})
_INVERTED = re.compile(r"(\w+)-(?:t-)?(il|elle|ils|elles|on|vous)\b(.*)")
# Clitics whose whole form is certain; « l' » is « le » or « la » and stays as it is.
_WHOLE = re.compile(r"\b([nsmtd]|qu)['’]$", re.I)


def invert(verb: str, pronoun: str) -> str | None:
    """« a », « il » → « a-t-il »; None where French does not invert (« parlé-je »)."""
    form = verb.lower()
    if pronoun == "je":
        if form not in _JE_PRESENT and not _JE_ENDING.search(form):
            return None
        return f"{_JE_IRREGULAR.get(form, verb)}-je"
    # The -t- stands after a vowel, and after the mute c of « vainc-t-il »; d is heard as t: « prend-il ».
    link = "-t-" if pronoun in _THIRD_SINGULAR and form[-1] not in "td" else "-"
    return f"{verb}{link}{pronoun}"


def put_back(inverted: str) -> str:
    """« faut-il faire » → « est-ce qu'il faut faire »: the everyday form, the clitic subject before its verb again."""
    verb, pronoun, rest = _INVERTED.fullmatch(inverted).groups()  # type: ignore[union-attr]
    return join("est-ce", "que", f"{pronoun} {verb}{rest}")


def invert_group(pre: str, finite: str, post: str, pronoun: str) -> str | None:
    """The verb group inverted: (« ne l' », « a », « pas été vu », « il ») → « ne l'a-t-il pas été vu »; or None."""
    inverted = invert(finite, pronoun)
    if inverted is None:
        return None
    clitics = pre.strip()
    if not elides(finite):
        clitics = _WHOLE.sub(r"\1e", clitics)
    return join(*clitics.split(), inverted, post, contract=False)
