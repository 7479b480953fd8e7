"""What stands before the subject, set off by a comma: when, if, what for — words that a stem must keep to be exact."""

import re

from spacy.tokens import Span

from quizgen.french import connectives, parts, stems
from quizgen.french.anaphora import dangling
from quizgen.french.clause import Clause
from quizgen.french.typography import uncapital

#: words of an opening at most: a longer one makes no stem
LONGEST = 14
#: pronouns and possessives that a stem in the second person may hold
ADDRESSED = frozenset(["vous", "votre", "vos"])

#: how a case opens, without which the clause would say too much
CASES = re.compile(
    r"(?:si|s['’]|quand|lorsqu|passée?s? |sans |faute |à défaut|en cas |au-delà|à moins|sauf)", re.IGNORECASE
)


def only_in_a_case(clause: Clause) -> bool:
    """« Passé cette limite, votre dossier sera refusé »: the words before the subject say when the clause holds."""
    return CASES.match(clause.doc[clause.start : clause.subject.start].text) is not None


def opening(of: Clause | Span) -> str | None:
    """The words before the subject as a stem ends with them: « en 2025 », « si le salarié refuse »; "" where there are
    none or only a connective; None where there are some that cannot be kept."""
    words = of.doc[of.start : of.subject.start] if isinstance(of, Clause) else of
    while len(words) and (words[-1].is_punct or words[-1].is_space):
        words = words[:-1]
    while len(words) and (parts.is_coordinator(words[0]) or words[0].is_punct or words[0].is_space):
        words = words[1:]
    if not len(words) or (connectives.find(f"{words.text},") and len(words) <= 3) or all(map(parts.is_adverb, words)):
        return ""
    binder = of.subject_head if isinstance(of, Clause) else None
    loose = dangling(words, binder) - (ADDRESSED if binder is None else set())
    if loose or len(words) > LONGEST or any(token.text in ",;:«»()" for token in words):
        return None
    named = parts.is_name(words[0]) or words[0].ent_type_ != ""
    return uncapital(stems.words(words.doc, range(words.start, words.end)), named)
