"""Who « ils » are, what « cette décision » takes up — or that it cannot be known.

A demonstrative with a noun that takes up the deed told just before it, and subject pronouns (see `antecedents`).
"""

from collections.abc import Iterator

from spacy.tokens import Span

from quizgen.french import nouns, parts, stems
from quizgen.french.anaphora import PERSONAL, dangling, plain
from quizgen.french.clause import Clause
from quizgen.french.clauses import clauses
from quizgen.french.elision import join
from quizgen.french.facts import Fact, Slot
from quizgen.french.modality import is_asserted
from quizgen.french.naming import nameable
from quizgen.french.reading import Reading, Sentence, excerpt
from quizgen.french.said import shortened

#: sentences back in which the deed is looked for
REACH = 2
#: a pronoun at the head of its sentence, its antecedent known for sure
SURE = 0.88
STATES = frozenset(
    ["être", "avoir", "sembler", "paraître", "rester", "demeurer", "falloir", "exister", "pouvoir", "devoir"]
)


def reference_facts(reading: Reading) -> Iterator[Fact]:
    """Facts « takeup » and « takeup_cause » of demonstratives, « pronoun » of subject pronouns."""
    for position, sentence in enumerate(reading.sentences):
        before = [
            s for s in reading.sentences[max(0, position - REACH) : position] if s.paragraph == sentence.paragraph
        ]
        if before and not sentence.marks:
            yield from _demonstrative(sentence, before)
            yield from _pronoun(sentence, reading)


def _demonstrative(sentence: Sentence, before: list[Sentence]) -> Iterator[Fact]:
    first = sentence.span[0]
    noun = next((token for token in sentence.span[1:4] if parts.is_noun(token)), None)
    if plain(first) not in ("ce", "cet", "cette") or noun is None:
        return
    sort = next((name for name in ("action", "event") if noun.lemma_.lower() in nouns.shells()[name]), None)
    found = _deed(before, sort) if sort else None
    if found is None:
        return
    deed, told = found
    phrase = sentence.span[: noun.i - sentence.span.start + 1]
    start = sentence.bounds[0]
    slots = {
        "phrase": Slot(phrase.text[0].lower() + phrase.text[1:], start, start + len(phrase.text)),
        "deed": Slot(stems.statement(deed)),
        "excerpt": excerpt(sentence, start, start + len(phrase.text)),
    }
    yield Fact("takeup", slots, (told.bounds, sentence.bounds), 0.85)
    yield from _caused(sentence, noun.i, deed, told, slots)


def _deed(before: list[Sentence], sort: str | None) -> tuple[Clause, Sentence] | None:
    """The nearest deed told before: a main clause with a full subject; fragments without a verb are passed over."""
    for sentence in reversed(before):
        if not sentence.plain:
            return None
        found = [shortened(clause) for clause in clauses(sentence.span) if not clause.marks & {"inverted", "beside"}]
        if not found:
            if any(parts.is_finite(token) and token.head == token for token in sentence.span):
                return None
            continue
        clause = found[-1]
        acting = nouns.type_of(clause.subject_head) in ("person", "institution") or sort == "event"
        fit = nameable(clause.subject) and clause.head.lemma_ not in STATES and acting
        if (
            fit
            and not clause.marks & {"negated", "impersonal", "odd", "hypothetical", "hearsay", "copula"}
            and len(found) == 1
        ):
            return clause, sentence
        return None
    return None


def _caused(sentence: Sentence, noun: int, deed: Clause, told: Sentence, slots: dict[str, Slot]) -> Iterator[Fact]:
    """« Cette décision serait due à ses inquiétudes … »: the cause of the deed, with the conditional's reserve."""
    finite = next((token for token in sentence.span if token.i > noun and parts.is_finite(token)), None)
    if finite is None or not is_asserted(sentence.span) or "double" in deed.marks:
        return
    found = _cause_span(sentence, noun)
    if found is None or dangling(found, deed.subject_head):
        return
    omit = [role.span for role in deed.roles if role.name in ("time", "source")]
    reserve = parts.feature(finite, "Mood") == "Cnd"
    start = sentence.offset + found.start_char
    cause = stems.words(found.doc, range(found.start, found.end))
    asked = {
        "statement": Slot(stems.statement(deed, omit)),
        "answer": Slot(cause, start, start + len(found.text), "thing"),
        "bare": Slot(cause),
        "reserve": Slot("ce serait à cause" if reserve else "à cause"),
        "caused": Slot(join("de", cause)),
    }
    asked["everyday"] = Slot(stems.with_est_ce_que(deed, omit))
    asked["asked"] = Slot(stems.inverted(deed, omit) or asked["everyday"].text)
    marks = {"hearsay"} if reserve else set()
    yield Fact("takeup_cause", {**slots, **asked}, (sentence.bounds, told.bounds), 0.96, frozenset(marks))


def _cause_span(sentence: Sentence, noun: int) -> Span | None:
    """The phrase after « être dû à », « s'expliquer par » …: to the end of the sentence, the preposition left out."""
    doc = sentence.span.doc
    end = sentence.span.end
    while doc[end - 1].is_punct or doc[end - 1].is_space:
        end -= 1
    for index in range(noun + 1, min(noun + 8, end - 1)):
        for width in (2, 3):
            tail = " ".join(
                token.lower_ if token.i > index or not parts.is_finite(token) else token.lemma_
                for token in doc[index : index + width]
            )
            lead = (
                "être "
                if doc[index].lemma_ != "être" and any(t.lemma_ == "être" for t in doc[noun + 1 : index])
                else ""
            )
            if lead + tail.replace("’", "'") in nouns.shells()["causes"]:
                return doc[index + width : end] if index + width < end else None
    return None


def _pronoun(sentence: Sentence, reading: Reading) -> Iterator[Fact]:
    """« Ils ont accusé … » where it is known who: the phrase that the pronoun takes up, said not long before."""
    first = sentence.span[0]
    word = plain(first)
    taken = reading.antecedents.get((sentence.paragraph, first.i))
    if word not in ("il", "elle", "ils", "elles") or taken is None or taken.text or dangling(taken.span):
        return
    between = [s for s in reading.sentences if taken.told[0] < s.bounds[0] < sentence.bounds[0]]
    if len(between) >= REACH:
        return
    gender, number = PERSONAL[word]
    start, offset = sentence.bounds[0], _offset(taken.span, reading)
    end, kind = offset + len(taken.span.text), nouns.type_of(taken.span.root)
    slots = {
        "pronoun": Slot(first.text.lower(), start, start + len(first.text)),
        "excerpt": excerpt(sentence, start, start + len(first.text)),
        "antecedent": Slot(stems.phrase(taken.span), offset, end, kind, gender, number),
    }
    yield Fact("pronoun", slots, (taken.told, sentence.bounds), SURE * taken.chance)


def _offset(span: Span, reading: Reading) -> int:
    """Where a phrase stands in the article."""
    placed = zip(reading.docs, reading.offsets, strict=True)
    return next(offset for doc, offset in placed if doc is span.doc) + span.start_char
