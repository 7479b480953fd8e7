"""What real articles have and treebanks lack: ’ and « », headings without a full stop, capitals."""

import random
from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Sentence:
    """One sentence ready for spaCy; `heads` are 0-based, a root being its own head."""

    words: list[str]
    spaces: list[bool]
    pos: list[str]
    morphs: list[str]
    lemmas: list[str]
    heads: list[int]
    deps: list[str]
    heading: bool = False


def as_real_text(sentence: Sentence, rng: random.Random) -> Sentence:
    """Return `sentence` as an article might print it, each change drawn by `rng`."""
    if rng.random() < 0.5:
        sentence = replace(sentence, words=[word.replace("'", "’") for word in sentence.words])
    if rng.random() < 0.6:
        sentence = _with_guillemets(sentence)
    if rng.random() < 0.1:
        sentence = _without_full_stop(sentence)
    return _recased(sentence, rng.random())


def _with_guillemets(sentence: Sentence) -> Sentence:
    words, spaces = list(sentence.words), list(sentence.spaces)
    quotes = [i for i, word in enumerate(words) if word == '"']
    if len(quotes) % 2:
        return sentence
    for opening, closing in zip(quotes[::2], quotes[1::2], strict=True):
        words[opening], words[closing] = "«", "»"
        spaces[opening] = spaces[closing - 1] = True
    return replace(sentence, words=words, spaces=spaces)


def _without_full_stop(sentence: Sentence) -> Sentence:
    last = len(sentence.words) - 1
    if last < 2 or sentence.words[last] != "." or last in sentence.heads[:last]:
        return sentence
    columns = ("words", "spaces", "pos", "morphs", "lemmas", "heads", "deps")
    return replace(sentence, heading=True, **{name: getattr(sentence, name)[:last] for name in columns})


def _recased(sentence: Sentence, draw: float) -> Sentence:
    if draw < 0.02:
        return replace(sentence, words=[word.upper() for word in sentence.words])
    if draw < 0.05:
        return replace(sentence, words=[word.lower() for word in sentence.words])
    return sentence
