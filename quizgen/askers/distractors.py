"""Wrong answers of the key's form: from the article first, then from closed tables, then none."""

import random
import re
from collections.abc import Callable

from quizgen.french import numbers
from quizgen.french.connectives import rivals
from quizgen.french.dates import MONTHS
from quizgen.french.facts import Fact
from quizgen.french.names import may_be_same
from quizgen.french.reading import Reading
from quizgen.french.typography import same

#: years by which a wrong date may differ
YEARS_OFF = (-12, -10, -5, -3, -2, -1, 1, 2, 3, 4)
#: the slots that hold somebody who acts, speaks or is introduced
ACTORS = {("subject", "answer"), ("quote", "speaker"), ("identity", "name"), ("agent", "answer")}
#: people to choose from beside the right one
FEWEST = 3
INDEFINITE = ("un ", "une ", "des ")
YEAR = re.compile(r"\b(1[0-9]{3}|20[0-9]{2})\b")


def supply(
    name: str | None, fact: Fact, key: object, reading: Reading, told: tuple[Fact, ...], seed: int
) -> tuple[str, ...]:
    """The wrong answers that supply `name` has for `key`; none without a supply or where the key is no phrase."""
    if name is None or not isinstance(key, str):
        return ()
    supplies: dict[str, Callable[..., list[str]]] = {
        "people": people,
        "dates": dates,
        "figures": figures,
        "relations": relations,
    }
    found = supplies[name](fact, key, reading, told, random.Random(f"{seed}{key}"))
    return tuple(dict.fromkeys(text for text in found if not same(text, key)))


def people(fact: Fact, key: str, reading: Reading, told: tuple[Fact, ...], rng: random.Random) -> list[str]:
    """Other people and institutions of the article that cannot be the key under another name.

    A definite description (« le créateur des Madea ») may be anybody named: it gets no distractor at all.
    """
    persons, houses = reading.names.get("person", ()), reading.names.get("institution", ())
    named = key in persons or key in houses
    indefinite = key.lower().startswith(INDEFINITE)
    if not named and not indefinite:
        return []
    told_of = acting(told)
    if named:
        like = [text for text in told_of if text in (houses if key in houses else persons)]
    else:
        like = [text for text in told_of if text.lower().startswith(INDEFINITE)]
    span = reading.text[fact.spans[0][0] : fact.spans[0][1]]
    others = [name for name in like if not may_be_same(name, key) and not _stands_in(name, span)]
    others = [name for name in others if not _share_a_noun(name, key)]
    rng.shuffle(others)
    others = [_as_short(name, key) for name in others] if key in persons else others
    kept: list[str] = []
    for name in others:
        if not any(may_be_same(name, other) or _share_a_noun(name, other) for other in kept):
            kept.append(name)
    return kept if len(kept) >= FEWEST else []


def _stands_in(name: str, span: str) -> bool:
    """Whether the sentence speaks of the person, be it by one word of the name: who is helped did not help."""
    return any(word in span for word in [name, *re.findall(r"\b[A-ZÀ-Ý]\w{3,}", name)])


def _as_short(name: str, key: str) -> str:
    """The name by its surname alone where the key is written so: one choice must not look unlike the others."""
    return name.split()[-1] if len(key.split()) == 1 and len(name.split()) == 2 else name


def acting(told: tuple[Fact, ...]) -> list[str]:
    """The people and institutions that the article shows doing or saying something, in its order, each once."""
    found = (
        slot.text
        for fact in told
        for name, slot in fact.slots.items()
        if (fact.kind, name) in ACTORS and slot.type in ("person", "institution")
    )
    return list(dict.fromkeys(found))


def _share_a_noun(a: str, b: str) -> bool:
    """« un groupe d'artistes » and « des artistes » might be the same people."""
    words_a, words_b = ({w[:6].lower() for w in re.findall(r"\w{4,}", text)} for text in (a, b))
    return bool(words_a & words_b)


def dates(fact: Fact, key: str, reading: Reading, told: tuple[Fact, ...], rng: random.Random) -> list[str]:
    """The key with another month or year, close enough to be plausible, that the article does not name."""
    found: list[str] = []
    if sum(len(re.findall(rf"\b{month}\b", key)) for month in MONTHS) > 1:
        return []
    year = YEAR.search(key)
    for _ in range(12):
        text = key
        if year:
            step = 10 if "années " in key else 1
            text = text.replace(
                year.group(), str(int(year.group()) + step * rng.choice((-3, -2, -1, 1, 2) if step > 1 else YEARS_OFF))
            )
        month = next((m for m in MONTHS if re.search(rf"\b{m}\b", text)), None)
        if month and (not year or rng.random() < 0.6):
            other = rng.choice(MONTHS)
            text = text.replace(month, other)
            if re.search(r"\b(d['’]|de )" + other, text):
                continue
        if text != key and text not in reading.text and _future_is_fine(text, reading.text):
            found.append(text)
    return found if year or any(m in key for m in MONTHS) else []


def _future_is_fine(text: str, article: str) -> bool:
    """Whether the years of `text` go at most two years past the latest of the article."""
    years, known = ([int(y) for y in YEAR.findall(t)] for t in (text, article))
    return not years or not known or max(years) <= max(known) + 2


def figures(fact: Fact, key: str, reading: Reading, told: tuple[Fact, ...], rng: random.Random) -> list[str]:
    """The key with other figures of the same form and order of size."""
    return [
        text
        for factor in rng.sample((0.5, 0.6, 0.75, 1.25, 1.5, 2, 3), 7)
        if (text := scaled(key, factor)) is not None and not re.search(rf"(?<!\w){re.escape(text)}(?!\w)", reading.text)
    ]


def relations(fact: Fact, key: str, reading: Reading, told: tuple[Fact, ...], rng: random.Random) -> list[str]:
    """Other logical relations, none that could be argued for in the key's place."""
    others = rivals(key)
    return rng.sample(others, min(3, len(others)))


def scaled(figure: str, factor: float) -> str | None:
    """« 12 » × 1.5 → « 18 », « douze » → « dix-huit », « 7,2 » → « 10,8 »; None where no such figure comes out."""
    match = re.search(r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+|\d+(?:,\d+)?", figure)
    core = match.group() if match else figure
    amount = numbers.value(core)
    if amount is None or amount <= 1:
        return None
    changed = amount * factor
    if "," in core:
        text = f"{changed:.{len(core.split(',')[1])}f}".replace(".", ",")
        return figure.replace(core, text, 1)
    step = 10 ** max(0, len(str(int(changed))) - (1 if amount >= 100 and amount % 100 == 0 else 2))
    whole = max(2, round(changed / step) * step) if amount >= 10 else max(2, round(changed))
    if whole == amount:
        whole = int(amount) + (1 if factor > 1 else -1)
    if whole < 2 or whole >= 1000 > amount:
        return None
    if match is None:
        return numbers.in_words(int(whole))
    grouped = any(space in core for space in " \u00a0\u202f")
    return figure.replace(
        core,
        numbers.in_digits(whole, next((s for s in core if not s.isdigit()), " ")) if grouped else str(int(whole)),
        1,
    )
