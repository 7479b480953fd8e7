"""The words of a paragraph as the rules of `sentences.py` read them: what each sign does, and what follows a gap."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from spacy.tokens import Doc, Token

from quizgen.french.language import norm

_FIXED = {
    sign: role
    for role, signs in {
        "open": "« “ „ ( [ { ‹ ¿ ¡",
        "close": "» ” ) ] } ›",
        "dash": "— – ― - -- • ▪ ◦ ·",
        "inside": ", ; :",
    }.items()
    for sign in signs.split()
}
_STRAIGHT = frozenset(['"', "''"])
_ELLIPSES = frozenset(["...", "…"])
_BRACKETS = frozenset("([)]")
_STOPS = frozenset(".!?…")
#: marks of footnotes, beside emoji
_MARK = re.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]+|\*+")

#: capitals that begin a sentence and no name: « la S.N.C.F. Elle … », « etc. Mais … »
_BEGINNERS = frozenset(
    """
    à afin ah ainsi alors après au aucun aucune aujourd'hui auparavant aussi autant autre autrement aux avant avec
    beaucoup bien bref c' car ce ceci cela celle celles celui cependant certaines certains ces cet cette ceux chacun
    chacune chaque chez comme comment d'abord dans depuis dernier des dès désormais deux dix donc du elle elles en
    encore enfin ensuite entre est-ce et eux faut hélas hier ici il ils j' jamais je jusqu' l' les leur leurs lors
    lorsqu' lorsque lui lundi ma maintenant mais malgré mardi même mercredi merci mes moi moins mon n' ne néanmoins ni
    non nos notre nous nul nulle on or ou où oui outre par parce parfois parmi pas peu pendant personne peut-être
    plus plusieurs pour pourquoi pourtant presque près puis puisqu' puisque qu' quand quant que quel quelle quelles
    quelqu'un quelque quelques quels qui quoi quoique rien s' sa sans selon ses seul seule si soit son sous souvent sur
    surtout ta tandis tant te tel telle telles tels tes ton tous tout toute toutefois toutes trois trop tu un une vers
    voici voilà vos votre vous voyez vraiment y ça d'après environ jeudi vendredi samedi dimanche voir
    """.split()
)
#: capitals that begin a sentence or a surname: « J. Le Goff », « A. De Vries »
_EITHER = frozenset(["le", "la", "de", "d'"])


@dataclass
class Words:
    """The words of a document without white space, what lies before each, and the decisions so far."""

    words: list[Token]
    broken: list[bool]
    roles: list[str]
    partner: dict[int, int]
    bracketed: list[bool]
    starts: list[bool | None] = field(default_factory=list)


def read(doc: Doc) -> Words:
    """Return the words of `doc` with the role of each; a footnote's « [3] » is a mark, « (…) » a cut."""
    words = [token for token in doc if not token.is_space]
    broken = [any("\n" in token.text for token in doc[a.i + 1 : b.i]) for a, b in pairwise(words)]
    roles = list(_roles(words))
    partner = _partners(roles)
    for closing, opening in partner.items():
        if closing == opening + 2 and words[opening].text in "[(":
            inside = words[opening + 1].text
            if words[opening].text == "[" and inside.isdigit():
                roles[opening : closing + 1] = ["mark"] * 3
            elif inside in _ELLIPSES:
                roles[opening : closing + 1] = ["cut"] * 3
    return Words(words, [False, *broken], roles, partner, list(_bracketed(words, partner)))


def _roles(words: list[Token]) -> Iterator[str]:
    """One of open, close, dash, inside, stop, mark, word for each.

    A straight quote opens before a word and closes after one; where spaces do not tell, it does so by turns.
    """
    opened = False
    for here, word in enumerate(words):
        text = word.text
        if text in _STRAIGHT:
            before, after = are_apart(words, here - 1), are_apart(words, here)
            opened = before if before != after else not opened
            yield "open" if opened else "close"
        elif text in _FIXED:
            yield _FIXED[text]
        elif set(text) <= _STOPS:
            yield "stop"
        elif _MARK.fullmatch(text) or unicodedata.category(text[0]) in {"So", "Sk"}:
            yield "mark"
        else:
            yield "word"


def are_apart(words: list[Token], left: int) -> bool:
    """Whether white space parts the words at `left` and `left` + 1; the edges of the text count as such."""
    if not 0 <= left < len(words) - 1:
        return True
    return words[left + 1].idx > words[left].idx + len(words[left])


def _partners(roles: list[str]) -> dict[int, int]:
    """Each closing sign's place -> its opening one's, and back."""
    pairs: dict[int, int] = {}
    waiting: list[int] = []
    for here, role in enumerate(roles):
        if role == "open":
            waiting.append(here)
        elif role == "close" and waiting:
            there = waiting.pop()
            pairs[here], pairs[there] = there, here
    return pairs


def _bracketed(words: list[Token], partner: dict[int, int]) -> Iterator[bool]:
    """Whether each word stands within a round or square bracket that closes."""
    depth = 0
    for here, word in enumerate(words):
        if here in partner and word.text in _BRACKETS:
            depth += 1 if partner[here] > here else -1
        yield depth > 0


class Next:
    """What follows: the first letter or figure from `here` on, and the signs before it."""

    def __init__(self, text: Words, here: int) -> None:
        self.here, first = here, here
        while first < len(text.words) - 1 and text.roles[first] in {"open", "dash", "cut"}:
            first += 1
        self.word = text.words[first].text
        self.dashed = "dash" in text.roles[here:first]
        self.bracketed = text.words[here].text in "(["
        self.closed = text.roles[here - 1] == "close"
        self.apart = are_apart(text.words, here - 1)
        self.capital, self.small = self.word[0].isupper(), self.word[0].islower()
        self.figure = self.word[0].isdigit()
        after = text.words[first + 1].text if first + 1 < len(text.words) else ""
        self.numbered = (self.figure and after in {".", ")"}) or (len(self.word) == 1 and after == ")")
        self.plain = self.capital or self.figure or self.word[0] in "#@"
        self.lone = first + 1 == len(text.words) or text.broken[first + 1]
        typed = norm(self.word)
        self.begins, self.either = self.capital and typed in _BEGINNERS, self.capital and typed in _EITHER
