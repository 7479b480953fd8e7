"""What every candidate must pass before a kind sees it: length, no leak, a clean stem and key."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from quizgen.quiz import Candidate

#: words of a stem and of a key, at least and at most; a stem may quote a whole sentence
STEM_WORDS, KEY_WORDS = (3, 62), (1, 30)
WORD = re.compile(r"[\w’'-]{4,}", re.UNICODE)
UNCLEAN = re.compile(
    r"\s[,.]|\(\s*\)|,\s*[?.]|\b(de le|de les|à le|à les|que il|que elle|si il)\b|[«“](?![^»”]*[»”])|\n", re.IGNORECASE
)


#: the way of asking for subjects and objects
ASKS_WHO = "qui_que_quoi_a_qui_de_quoi"
#: words with which nothing ends
ENDS = re.compile(
    r"\b(et|ou|de|du|des|d|à|au|aux|en|entre|par|pour|que|qui|dont|le|la|les|un|une|sur|dans|avec|ainsi|mais|comme|très)"
    r"[\s\u00a0]*[.?!»]*$",
    re.IGNORECASE,
)


#: a comma that brings in another statement (« …, ceux du Piper cubeba le poivre cubèbe »)
STRAY = re.compile(r",[^«]*\b(ceux|celles|celui|celle|le|la|les|il|elle|ils)\b[^,»]*\?$")
#: words that say nothing by themselves
EMPTY = frozenset(
    "qu'est-ce quand comment pourquoi dans pour avec était étaient avait avaient être sont cette leur elle sera "
    "depuis peut peuvent doit doivent faut veut font".split()
)
#: a pronoun taken up twice: « vint-elle elle-même »
TWICE = re.compile(r"-(?:il|elle|ils|elles) (?:lui|elle|eux|elles)-mêmes?\b", re.IGNORECASE)


def passes(candidate: Candidate) -> bool:
    """Whether the candidate may be asked: every check holds."""
    return long_enough(candidate) and telling(candidate) and clean(candidate) and not leaks(candidate)


def unambiguous(candidates: Iterable[Candidate]) -> Iterator[Candidate]:
    """The candidates whose stem asks for one answer only: of one stem with several answers in words, none."""
    kept = list(candidates)
    answers: dict[str, set[str]] = defaultdict(set)
    for candidate in kept:
        if isinstance(candidate.key, str):
            answers[candidate.stem].add(candidate.key.lower())
    yield from (candidate for candidate in kept if len(answers[candidate.stem]) <= 1)


def titled(candidate: Candidate, title: str | None) -> bool:
    """Whether the title answers a question of who or what: all words of four letters of the key stand in it."""
    if not title or candidate.way != ASKS_WHO or not isinstance(candidate.key, str):
        return False
    key, shown = ({word.lower() for word in WORD.findall(text)} for text in (candidate.key, title))
    return bool(key) and key <= shown


def telling(candidate: Candidate) -> bool:
    """Whether the stem says enough: two content words (« Qu'est-ce qui a été adopté ? » has one), or a name."""
    words = [word for word in WORD.findall(candidate.stem) if not word.endswith("ment")]
    words = [word for word in words if word.lower().replace("’", "'") not in EMPTY]
    return (
        candidate.way in ("identite", "ordre")
        or len(words) >= 2
        or any(word[0].isupper() for word in candidate.stem.split()[1:])
    )


def long_enough(candidate: Candidate) -> bool:
    """Whether stem and key have a length that can be read and answered."""
    low, high = STEM_WORDS
    if not low <= len(candidate.stem.split()) <= (high if isinstance(candidate.key, str) else 80):
        return False
    return not isinstance(candidate.key, str) or KEY_WORDS[0] <= len(candidate.key.split()) <= KEY_WORDS[1]


def clean(candidate: Candidate) -> bool:
    """Whether stem and key are free of the traces of a bad cut."""
    if candidate.stem.startswith(("Qui ", "Qu", "Quand ", "Où ", "Par ", "Comment ")) and (
        STRAY.search(candidate.stem) or candidate.stem.count(", ") > 1
    ):
        return False
    if TWICE.search(candidate.stem):
        return False
    texts = [candidate.stem, candidate.key if isinstance(candidate.key, str) else ""]
    return not any(UNCLEAN.search(text) or ENDS.search(text) for text in texts)


def leaks(candidate: Candidate) -> bool:
    """Whether the stem gives the key away: half or more of the key's content words stand in it."""
    if not isinstance(candidate.key, str) or candidate.way == "relever":
        return False
    key, stem = ({word.lower() for word in WORD.findall(text)} - EMPTY for text in (candidate.key, candidate.stem))
    return bool(key) and len(key & stem) >= max(1, len(key) / 2)
