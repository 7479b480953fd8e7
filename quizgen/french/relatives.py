"""What a relative or a participle set off by commas tells: « X, qui dirige …, », « Fondée en 1923, X … »."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Span, Token

from quizgen.french import dates, determiners, nouns, parts, stems, tree
from quizgen.french.anaphora import dangling, plain
from quizgen.french.clause import Antecedent, Clause
from quizgen.french.clause_marks import marks_of
from quizgen.french.doubts import chance
from quizgen.french.elision import join
from quizgen.french.facts import Fact, Slot
from quizgen.french.reading import Reading, Sentence
from quizgen.french.roles import roles_of

#: what the chance of the attachment is multiplied by
SURE = 0.97
#: participles of verbs that build their past with « être » of themselves
OF_ITSELF = frozenset("né mort parti arrivé venu devenu entré sorti monté descendu tombé resté".split())
LONGEST = 12
#: openings of what cannot be named outside its sentence
NOBODY = frozenset("aucun aucune ce cette celui celle ceux celles".split())


def relative_clauses(sentence: Sentence) -> Iterator[Clause]:
    """The relatives in « qui » that a comma sets off from a noun that can be named, as clauses of their own."""
    for verb in sentence.span:
        clause = _clause(verb, sentence) if verb.dep_ in tree.RELATIVE else None
        if clause is not None:
            yield clause


def _clause(verb: Token, sentence: Sentence) -> Clause | None:
    doc, noun, finite = verb.doc, verb.head, tree.finite_of(verb)
    who = next(token for token in verb.subtree if not token.is_punct)
    if plain(who) != "qui" or finite is None or who.i == 0 or doc[who.i - 1].text != "," or not parts.is_noun(noun):
        return None
    first = noun.left_edge
    bare = parts.is_preposition(first) and plain(first) not in ("du", "des", "au", "aux")
    named = doc[first.i + bare : who.i - 1]
    end = verb.right_edge.i + 1
    while end > finite.i + 1 and doc[end - 1].is_punct and doc[end - 1].text not in "»)%":
        end -= 1
    if not len(named) or named.root != noun or any(token.text in ",;:(" for token in named) or dangling(named):
        return None
    if parts.is_preposition(named[0]) or named[0].lower_ in NOBODY:
        return None
    if not nouns.agrees(noun, finite):
        return None
    sure = SURE * chance(verb, noun)
    antecedent = Antecedent(named, sentence.bounds, sure)
    marks = marks_of(sentence.span, verb, finite, who.i + 1, end, who.i + 1)
    clause = Clause(verb, finite, who.i, end, doc[who.i : who.i + 1], False, marks, antecedent=antecedent)
    return replace(clause, roles=roles_of(clause))


def participle_facts(reading: Reading) -> Iterator[Fact]:
    """A fact « time » for each dated participle before its subject: « Construit en 1894, l'ouvrage … »."""
    for sentence in reading.sentences:
        first = next((token for token in sentence.span if not token.is_space), None)
        fact = _participle(first, sentence) if first is not None and sentence.plain else None
        if fact is not None:
            yield fact


def _participle(participle: Token, sentence: Sentence) -> Fact | None:
    """The dated participle that begins its sentence, read with the subject that follows the comma."""
    doc, start = participle.doc, participle.i
    subject = tree.subject_of(sentence.span.root)
    comma = next((token for token in doc[start : start + LONGEST] if token.text == ","), None)
    if not parts.is_participle(participle) or subject is None or comma is None:
        return None
    if subject.left_edge.i != comma.i + 1:
        return None
    words = doc[start + 1 : comma.i]
    named = tree.span_of(subject)
    found = [date for date in dates.find(words.text) if not dates.deictic(date.text)]
    if len(found) != 1 or not parts.is_noun(subject) or dangling(named) or dangling(words, subject):
        return None
    return _dated(participle, words, named, found[0], sentence)


def _dated(participle: Token, words: Span, named: Span, date: dates.DateSpan, sentence: Sentence) -> Fact | None:
    head = tree.head_within(named)
    gender, number = nouns.gender_of(head), nouns.number_of(head)
    at = words.start_char + date.start
    when = next((token for token in words if token.idx >= at), None)
    if when is None or not gender or words.start_char + date.end < words[-1].idx:
        return None
    if plain(when) == "depuis" or (when.i > words.start and plain(when.nbor(-1)) == "depuis"):
        return None
    first = when.i - 1 if when.i > words.start and parts.is_preposition(when.nbor(-1)) else when.i
    before = stems.words(words.doc, range(words.start, first))
    answer = words.doc[first : words.end]
    plural, pronoun = number == "Plur", determiners.subject_pronoun(gender, number)
    itself = participle.lower_.rstrip("es") in OF_ITSELF or participle.lower_ in OF_ITSELF
    group = f"{'sont' if plural else 'est'}-{pronoun}" if itself else f"{'ont' if plural else 'a-t'}-{pronoun} été"
    told = ("sont" if plural else "est") if itself else ("ont été" if plural else "a été")
    subject = stems.phrase(named)
    rest = " ".join(part for part in (participle.lower_, before) if part)
    start = sentence.offset + answer.start_char
    slots = {
        "prefix": Slot(""),
        "subject": Slot(subject, type=nouns.type_of(head), gender=gender, number=number),
        "asked": Slot(f"{subject} {group} {rest}"),
        "everyday": Slot(join("est-ce", "que", f"{subject} {told} {rest}")),
        "statement": Slot(f"{subject} {told} {rest}"),
        "answer": Slot(answer.text, start, start + len(answer.text), "time"),
        "verbatim": Slot(answer.text),
        "bare": Slot(date.text),
        "marker": Slot(""),
    }
    agrees = parts.feature(participle, "Gender") == gender and parts.feature(participle, "Number") == number
    sure = SURE if agrees else SURE * chance(participle, participle.head)
    return Fact("time", slots, (sentence.bounds,), sure, frozenset({"dated", "closing", "participle"}))
