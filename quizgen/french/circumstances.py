"""What happens if, when or on which day: a circumstance that commas or its form set off, and the rest of its clause.

Such questions ask for a whole clause, so that no attachment inside it can spoil the key.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from spacy.tokens import Span

from quizgen.french import dates, nouns, parts, stems, tree
from quizgen.french.anaphora import dangling, plain
from quizgen.french.clause import Clause, Role
from quizgen.french.doubts import chance
from quizgen.french.elision import join
from quizgen.french.facts import Fact, Slot
from quizgen.french.modality import is_asserted
from quizgen.french.naming import nameable
from quizgen.french.reading import Reading, Sentence
from quizgen.french.said import spans_of
from quizgen.french.shape import says_when
from quizgen.french.typography import uncapital

#: what opens a circumstance that may go to the end of a question
OPENERS = frozenset(["si", "s'", "quand", "lorsque", "lorsqu'"])
UNSAFE = frozenset("odd crowded inverted beside opens attributed disagrees quotes interrupted double".split())
#: verbs that tell a state, not what somebody does
STATES = frozenset(
    "être avoir pouvoir devoir savoir connaître sembler paraître rester demeurer vouloir falloir exister valoir "
    "ressembler appartenir comporter contenir mesurer peser coûter durer ignorer posséder croire aimer détester "
    "devenir naître mourir perdre dater prévoir recevoir subir".split()
)
#: what befalls somebody is no deed, but it happens
NOTABLE = frozenset("naître mourir devenir recevoir subir perdre".split())
#: « faire » in the tense of the clause: third person singular and plural
DOING = {
    ("Pres", "Ind"): ("fait", "font"),
    ("Imp", "Ind"): ("faisait", "faisaient"),
    ("Past", "Ind"): ("fit", "firent"),
    ("Fut", "Ind"): ("fera", "feront"),
}
#: what « se passer » is in the tense of the clause; compound tenses go by their auxiliary
HAPPENING = {"Pres": "se passe-t-il", "Imp": "se passait-il", "Past": "s'est-il passé", "Fut": "se passera-t-il"}
#: auxiliary -> that of « faire »
AUXILIARIES = {
    "a": "a", "ont": "ont", "est": "a", "sont": "ont", "avait": "avait", "avaient": "avaient", "était": "avait",
    "étaient": "avaient", "aura": "aura", "auront": "auront", "sera": "aura", "seront": "auront", "eut": "eut",
    "eurent": "eurent", "fut": "eut", "furent": "eurent",
}  # fmt: skip
#: words of a key, at most
LONGEST = 28


def circumstance_facts(reading: Reading) -> Iterator[Fact]:
    """Facts « consequence » (circumstance, asked, answer), « happening » and « doing » (date, asked, answer)."""
    days = Counter(date for sentence in reading.sentences for date in _days(sentence.text))
    for clause, sentence in reading.clauses:
        if clause.marks & UNSAFE or clause.shared or not nameable(clause.named):
            continue
        yield from _consequence(clause, sentence)
        yield from _dated(clause, sentence, days)


#: what happens to somebody rather than what he does
UNDONE = frozenset("disparaître apparaître naître mourir tomber grandir".split())


def _days(text: str) -> list[str]:
    return [found.text.lower() for found in dates.find(text) if not dates.deictic(found.text)]


def _consequence(clause: Clause, sentence: Sentence) -> Iterator[Fact]:
    """« Si le salarié refuse, l'employeur peut saisir le tribunal »: what happens if he refuses."""
    lead = clause.doc[clause.start : clause.subject.start - 1]
    if not len(lead) or clause.doc[lead.end].text != "," or any(token.is_punct for token in lead):
        return
    while len(lead) and parts.is_coordinator(lead[0]):
        lead = lead[1:]
    verb = next((child for child in clause.head.children if child.i in range(lead.start, lead.end)), None)
    if not len(lead) or plain(lead[0]) not in OPENERS or verb is None or tree.finite_of(verb) is None:
        return
    doer = tree.subject_of(verb)
    if doer is None or not parts.is_noun(doer) or dangling(lead, doer):
        return
    if dangling(clause.rest(), clause.subject_head) & dangling(clause.rest(), doer):
        return
    after = clause.doc[clause.end : sentence.span.end]
    if any(not token.is_punct for token in after) and after[0].text != ";":
        return
    condition = uncapital(lead.text, False)
    asked = _asked(clause)
    if asked is not None:
        sure = 0.95 * min(chance(verb, clause.head), clause.roles[0].confidence)
        yield _fact("consequence", clause, sentence, condition, *asked, sure)


def _dated(clause: Clause, sentence: Sentence, days: Counter[str]) -> Iterator[Fact]:
    """« En 1953, l'OIC imposa … »: what it did that year, where the article tells nothing else of it."""
    when = next((role for role in clause.roles if role.name == "time" and _is_day(role, days)), None)
    if when is None or clause.marks & {"negated", "copula", "hearsay"}:
        return
    rest = clause.rest([when.span])
    asked = _asked(clause)
    if asked is not None and not dangling(rest, clause.subject_head) and is_asserted(rest):
        day = uncapital(stems.words(clause.doc, range(when.span.start, when.span.end)), False)
        sure = min(when.confidence, clause.roles[0].confidence)
        yield _fact(asked[0], clause, sentence, day, *asked, sure, [when.span])


def _is_day(role: Role, days: Counter[str]) -> bool:
    """Whether the phrase is one whole date that the article gives once."""
    found = _days(role.span.text)
    return (
        len(found) == 1
        and days[found[0]] == 1
        and len(role.span) <= 6
        and not re.search(r"\b(?:siècle|années)\b", role.span.text)
        and plain(role.span[0]) not in ("de", "d'", "depuis", "du")
        and says_when(role)
    )


def _asked(clause: Clause) -> tuple[str, str] | None:
    """The manner and what follows « que »: « doing », « fait le hérisson », else « happening », « se passe-t-il »."""
    kind = nouns.type_of(clause.subject_head)
    doing = kind in ("person", "animal") or (kind == "institution" and clause.role("object") is not None)
    acting = doing and not _is_new(clause) and clause.head.lemma_ not in UNDONE
    passive = "passive" in clause.marks or "copula" in clause.marks
    finite = clause.finite
    compound = finite != clause.head and not tree.has_copula(clause.head) and not passive
    tense, mood = parts.feature(finite, "Tense"), parts.feature(finite, "Mood")
    plural = parts.feature(finite, "Number") == "Plur"
    if acting and not passive and clause.head.lemma_ not in STATES and finite.lemma_ not in STATES - {"avoir", "être"}:
        if compound:
            auxiliary = AUXILIARIES.get(finite.lower_)
            form = f"{auxiliary} fait" if auxiliary else None
        else:
            forms = DOING.get((tense, mood))
            form = forms[plural] if forms and finite == clause.head else None
        return ("doing", f"{form} {stems.subject_text(clause)}") if form else None
    if clause.head.lemma_ in STATES - NOTABLE or mood != "Ind" or (passive and tense == "Imp"):
        return None
    ended = (compound and finite.lower_ in ("a", "ont", "est", "sont")) or (passive and _is_compound(clause))
    happening = HAPPENING.get("Past" if ended else "" if compound else tense)
    return ("happening", happening) if happening else None


def _everyday(clause: Clause, manner: str, follows: str) -> str:
    """« est-ce que le hérisson fait », « est-ce qui se passe »: what follows « que » in everyday French."""
    if manner == "happening":
        return f"est-ce qui {follows.replace('-t-il', '').replace('-il', '')}"
    doer = stems.subject_text(clause)
    return join("est-ce", "que", f"{doer} {follows.removesuffix(doer).strip()}")


def _is_new(clause: Clause) -> bool:
    """« Un ouvrier … »: somebody of whom a question cannot speak yet."""
    return clause.named[0].lower_ in ("un", "une", "des") and clause.antecedent is None


def _is_compound(clause: Clause) -> bool:
    """« a été construit »: a passive in a compound tense."""
    return any(token.lower_ == "été" for token in clause.doc[clause.finite.i : clause.head.i])


def _fact(
    kind: str,
    clause: Clause,
    sentence: Sentence,
    when: str,
    manner: str,
    follows: str,
    sure: float,
    omit: Sequence[Span] = (),
) -> Fact:
    said = stems.statement(clause, omit)
    start = sentence.offset + clause.doc[clause.subject.start].idx
    slots = {
        "asked": Slot(follows),
        "everyday": Slot(_everyday(clause, manner, follows)),
        "when": Slot(when),
        "answer": Slot(said, start, start + len(said), "clause"),
        "prefix": Slot(""),
    }
    marks = clause.marks | {manner} | ({"long"} if len(said.split()) > LONGEST else set())
    return Fact(kind, slots, spans_of(clause, sentence), sure * clause.taken, marks)
