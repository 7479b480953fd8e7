"""Which names of an article are one: « Tyler Perry » and « Perry », « Comité des veuves » and « CDV ».

A short name joins a long one only where the article has a single candidate; two people of one surname stay apart, but
for what was said before the second came in.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from quizgen.french.acronyms import stands_for
from quizgen.french.name_words import head_type, plain

CLUBS = frozenset("fc as us asm om rc sc stade olympique racing union sporting ac".split())


@dataclass(frozen=True)
class Name:
    """A name as the article writes it: its type by its own mentions, where it first stands, its titles' gender."""

    text: str
    type: str
    first: int
    gender: str = ""

    @property
    def parts(self) -> tuple[str, ...]:
        """Its words."""
        return tuple(self.text.replace("’", "'").split())


def joined(names: list[Name]) -> dict[str, str]:
    """Text -> text of the name it is short for, or itself; chains are followed to their end."""
    ranked = sorted(names, key=lambda name: (-len(name.parts), name.first))
    found: dict[str, str] = {}
    for name in names:
        others = [other for other in ranked if other is not name]
        full = _spelled(name, others) or _acronym(name, others) or _person(name, others) or _house(name, others)
        found[name.text] = full.text if full is not None else name.text
    return {text: _end(text, found) for text in found}


def _end(text: str, links: Mapping[str, str]) -> str:
    seen = {text}
    while links[text] not in seen:
        text = links[text]
        seen.add(text)
    return text


def _only(candidates: list[Name]) -> Name | None:
    return candidates[0] if len(candidates) == 1 else None


def _spelled(name: Name, others: list[Name]) -> Name | None:
    """The same words written otherwise: capitals of a heading, another apostrophe, an article more."""
    bare = _bare(name.text)
    same = [other for other in others if _bare(other.text) == bare]
    earliest = min([name, *same], key=lambda each: (each.text.isupper(), each.first))
    return earliest if same and earliest is not name else None


def _bare(text: str) -> str:
    lowered = " ".join(plain(text).split())
    for article in ("l'", "le ", "la ", "les "):
        lowered = lowered.removeprefix(article)
    return lowered


def _acronym(name: Name, others: list[Name]) -> Name | None:
    if name.type == "person" or len(name.parts) > 1:
        return None
    return _only([other for other in others if other.type != "person" and stands_for(name.text, other.text)])


def _person(name: Name, others: list[Name]) -> Name | None:
    """« Perry » is Tyler Perry, « Clara » is Clara Monferrand, if there is no other."""
    if name.type in ("place", "name") and head_type(plain(name.parts[0])):
        return None
    full = [other for other in others if other.type == "person" and _is_part(name, other)]
    full = [other for other in full if not (name.gender and other.gender and name.gender != other.gender)]
    longest = [other for other in full if not any(_is_part(other, more) for more in full)]
    if len(longest) > 1:
        longest = [other for other in longest if other.first < name.first]
    return _only(longest)


def _is_part(short: Name, full: Name) -> bool:
    """Whether the words of `short` are the first or the last of `full`; « Aquitaine » is no Aliénor d'Aquitaine."""
    mine, whole = short.parts, full.parts
    if len(mine) > len(whole) or mine == whole or (len(mine) == len(whole) and not mine[0].endswith(".")):
        return False
    if len(mine) > 1 and mine[0].endswith("."):
        return mine[0][0] == whole[0][0] and not whole[0].endswith(".") and mine[1:] == whole[1 - len(mine) :]
    if len(mine) == len(whole):
        return False
    if mine == whole[: len(mine)]:
        return short.type == "person" or (len(whole) > len(mine) and short.type in ("", "institution", "name"))
    lead = plain(whole[-len(mine) - 1])
    if lead in ("de", "du", "des") and short.type == "place":
        return False
    return mine == whole[-len(mine) :] and (short.type != "place" or short.first > full.first)


def _house(name: Name, others: list[Name]) -> Name | None:
    """« l'Académie » is the Académie des sciences, « Montbrac » may be FC Montbrac where it plays."""
    houses = [other for other in others if other.type == "institution" and len(other.parts) > len(name.parts)]
    if head_type(plain(name.parts[0])) == "institution":
        return _only([other for other in houses if other.parts[: len(name.parts)] == name.parts])
    if name.type == "place" or len(name.parts) > 1:
        return None
    return _only([other for other in houses if plain(other.parts[0]) in CLUBS and other.parts[1:] == name.parts])
