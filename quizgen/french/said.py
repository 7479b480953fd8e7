"""The facts of clauses: for each role, the clause said again without it, and the phrase that fills it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Span, Token

from quizgen.french import connectives, nouns, parts, stems, tree
from quizgen.french.anaphora import READER, SPEAKER, bound_inside, dangling, plain, unbound
from quizgen.french.clause import Clause, Role
from quizgen.french.clause_marks import hidden_verb
from quizgen.french.clauses import clauses
from quizgen.french.facts import Fact, Slot
from quizgen.french.modality import is_asserted
from quizgen.french.naming import KNOWN, LOOSE, also, decides, hollow, nameable, points_back, tells, unnamed, vague
from quizgen.french.objects import askable
from quizgen.french.openings import only_in_a_case, opening
from quizgen.french.reading import LEAD, Reading, Sentence
from quizgen.french.relatives import relative_clauses
from quizgen.french.shape import shape
from quizgen.french.voice import restated

#: what keeps a clause from being asked about as a fact
UNSAFE = frozenset(
    "odd crowded inverted beside opens double interrupted attributed hypothetical disagrees quotes impersonal".split()
)
#: « toutes un vent différent »: said of the subject, not of what follows
EACH = frozenset(["tous", "toutes", "chacun", "chacune"])
#: words of a predicate that asks for next to nothing (« Qui écarta le linge ? »), and what that costs
FEW, SLIGHT = 3, 0.6
BARE = {"cause", "purpose", "time", "place", "manner"}


def told_clauses(reading: Reading) -> Iterator[tuple[Clause, Sentence]]:
    """What `Reading.clauses` keeps: the clauses of the plain sentences, their relatives after them."""
    for sentence in reading.sentences:
        if sentence.plain:
            for clause in clauses(sentence.span):
                pronoun = reading.antecedents.get((sentence.paragraph, clause.subject.start))
                yield replace(shortened(clause), antecedent=pronoun), sentence
            for clause in relative_clauses(sentence):
                yield shortened(clause), sentence


def clause_facts(reading: Reading) -> Iterator[Fact]:
    """One fact a role, for every clause of the plain sentences."""
    verbs = Counter(t.lemma_ for sentence in reading.sentences for t in sentence.span if parts.is_verb(t))
    for clause, sentence in reading.clauses:
        again = {"repeated"} if verbs[clause.head.lemma_] > 1 else set()
        named = {clause.named.text, *(token.lemma_ for token in clause.named)}
        evident = {"evident"} if named & reading.topics else set()
        for fact in facts_of(clause, sentence):
            more = evident if fact.kind == "subject" else again if "alone" in fact.marks else set()
            yield replace(fact, marks=fact.marks | more)


def sentence_facts(reading: Reading) -> Iterator[Fact]:
    """A fact « assertion » for each plain sentence that can be read alone, whatever its construction."""
    for sentence in reading.sentences:
        words = _without_opening(sentence.span)
        if sentence.marks - {"personal"} or (sentence.marks and _speaks(words)) or not bound_inside(words):
            continue
        finite = tree.finite_of(sentence.span.root)
        text = words.text.strip(LEAD).rstrip(".").strip()
        subject = tree.subject_of(sentence.span.root)
        spoken_of = subject is not None and parts.is_pronoun(subject) and not tree.is_impersonal(sentence.span.root)
        ordered = subject is None and not tree.is_impersonal(sentence.span.root)
        if (
            finite is None
            or spoken_of
            or ordered
            or not is_asserted(sentence.span)
            or any(mark in text for mark in '«»“”"():;')
            or not text
        ):
            continue
        named = words[0] == (subject.left_edge if subject is not None else None)
        slots = {
            "assertion": Slot(text[0].upper() + text[1:]),
            "prefix": Slot(""),
            "subject": slot(tree.span_of(subject), sentence) if named and subject is not None else Slot(""),
        }
        hearsay = {"hearsay"} if parts.feature(finite, "Mood") == "Cnd" else set()
        yield Fact("assertion", slots, (sentence.bounds,), 0.95, frozenset({"whole", *hearsay, *_tense(finite)}))


def _without_opening(sentence: Span) -> Span:
    """The sentence without « Toutefois, », « De plus, » at its head."""
    comma = next((token for token in sentence[:4] if token.text == ","), None)
    opening = sentence[: comma.i - sentence.start] if comma is not None else sentence[:0]
    links = len(opening) and (connectives.find(opening.text) or all(parts.is_adverb(token) for token in opening))
    return sentence[comma.i + 1 - sentence.start :] if links and comma is not None else sentence


def _speaks(words: Span) -> bool:
    """Whether somebody says « je » or « nous » there; « vous » is anybody."""
    return any(
        plain(token) in SPEAKER - READER - {"on"}
        and (parts.is_pronoun(token) or parts.is_determiner(token))
        for token in words
    )


def _tense(finite: Token) -> set[str]:
    return (
        {"past"}
        if parts.feature(finite, "Tense") == "Past"
        or (finite.lemma_ in ("avoir", "être") and parts.is_participle(finite.head))
        else set()
    )


def shortened(clause: Clause) -> Clause:
    """The clause without what a comma sets off at its end (participle, relative, apposition), its core kept whole."""
    core = [child for child in clause.head.children if child.dep_ in tree.CORE]
    needed = max([clause.head.i, clause.finite.i, *(child.i for child in core)])
    for token in clause.doc[needed + 1 : clause.end]:
        if token.text in (",", "(", "—", "–") and token.i + 1 < clause.end and _peripheral(clause, token):
            whole = not hidden_verb(clause.doc[clause.finite.i + 1 : token.i]) and (core or token.i > needed + 1)
            return replace(clause, end=token.i, marks=clause.marks | {"cut"}) if whole else clause
    return clause


def _peripheral(clause: Clause, comma: Token) -> bool:
    if comma.text != ",":
        return True
    chunk = clause.doc[comma.i + 1 : clause.end]
    opener = next((token for token in chunk if token.head.i <= comma.i or token.head.i >= clause.end), None)
    joined = any(tree.is_coordinated(token) and token.head.i < comma.i for token in chunk)
    return opener is not None and tree.detachable(opener) and not joined


def facts_of(clause: Clause, sentence: Sentence) -> Iterator[Fact]:
    """The facts of one clause, unless its subject or its mood leaves it unclear."""
    subject = clause.role("subject")
    if subject is None or clause.marks & UNSAFE or not (clause.clitic or nameable(clause.named)):
        return
    base = base_of(clause, sentence)
    yield from _assertion(clause, base, subject)
    if is_asserted(clause.doc[clause.start : clause.end]):
        yield from restated(clause, base)
    names = [role.name for role in clause.roles]
    for position, role in enumerate(clause.roles):
        if role.name in names[:position]:
            continue
        finder = _subject_fact if role.name == "subject" else _role_fact
        fact = finder(clause, base, role, sentence)
        if fact is not None:
            yield replace(fact, confidence=clause.taken * min(fact.confidence, subject.confidence))


def base_of(clause: Clause, sentence: Sentence) -> Fact:
    """What every fact of the clause holds: subject, statement, prefix, marks, where it is told."""
    source = clause.role("source")
    prefix = (
        f"{source.span.text}, " if source is not None else "d'après le texte, " if "hearsay" in clause.marks else ""
    )
    slots = {
        "prefix": Slot(prefix),
        "subject": slot(clause.named, sentence, stems.subject_text(clause)),
        "statement": Slot(stems.statement(clause, [source.span] if source else ())),
    }
    taken_up = clause.antecedent is not None
    indefinite = clause.named[0].lower_ in ("un", "une", "des", "de", "d'", "d’") and not taken_up
    loose = clause.named[0].lower_ in LOOSE and not taken_up
    listed = any(token.text == "," for token in clause.named)
    found = (
        ("sourced", source is not None),
        ("indefinite", indefinite),
        ("loose", loose),
        ("listed", listed),
        ("vague", vague(clause.named) and not taken_up),
        ("taken_up", taken_up),
    )
    extra = {name for name, holds in found if holds}
    return Fact("clause", slots, spans_of(clause, sentence), 0.9, clause.marks | extra)


def spans_of(clause: Clause, sentence: Sentence) -> tuple[tuple[int, int], ...]:
    """Where the clause is told: its sentence, then that which names what its subject stands for."""
    told = clause.antecedent.told if clause.antecedent is not None else sentence.bounds
    return (sentence.bounds,) if told == sentence.bounds else (sentence.bounds, told)


def slot(span: Span, sentence: Sentence, text: str | None = None) -> Slot:
    """The slot of a phrase of `sentence`, with its place in the article and what it stands for."""
    head = tree.head_within(span)
    start = sentence.offset + span.start_char
    return Slot(
        text or span.text,
        start,
        start + len(span.text),
        nouns.type_of(head),
        nouns.gender_of(head),
        nouns.number_of(head),
    )


def _assertion(clause: Clause, base: Fact, subject: Role) -> Iterator[Fact]:
    """The clause as a statement."""
    words = clause.doc[clause.start : clause.end]
    if clause.shared or dangling(clause.rest(), clause.subject_head) or not is_asserted(words):
        return
    slots = {**base.slots, "assertion": base.slots["statement"]}
    yield replace(base, kind="assertion", slots=slots, confidence=subject.confidence)


def _subject_fact(clause: Clause, base: Fact, role: Role, sentence: Sentence) -> Fact | None:
    if clause.clitic:
        return None
    text = stems.predicate(clause)
    rest = clause.rest()
    if also(clause, sentence) or not tells(clause, rest):
        return None
    pointing = unbound(rest, clause.subject_head)
    pronouns = {plain(t) for t in rest if parts.is_pronoun(t) and plain(t) in ("il", "elle", "ils", "elles", "lui")}
    alone = any(token.lemma_ == "seul" for token in clause.named[:2])
    counted = alone or tree.number_of(clause.subject_head) is not None or vague(clause.named)
    floating = any(plain(token) in EACH and token.dep_ not in tree.DETERMINER for token in rest)
    foreseen = parts.feature(clause.finite, "Tense") == "Fut" and parts.is_participle(clause.head)
    if only_in_a_case(clause) or points_back(rest):
        return None
    if text is None or pointing or pronouns or clause.shared or counted or foreseen or floating:
        return None
    made = "passive" in clause.marks and nouns.type_of(clause.subject_head) == "institution"
    minded = decides(clause.subject_head) and not clause.marks & {"passive", "copula"}
    kind = role.type if clause.antecedent is None else base.slots["subject"].type
    slight = SLIGHT if len(text.split()) <= FEW else 1.0
    empty = {name for name, holds in (("hollow", hollow), ("unnamed", unnamed)) if holds(clause.named)}
    answer = replace(base.slots["subject"], type="thing" if made else "institution" if minded else kind)
    return replace(
        base,
        kind="subject",
        slots={**base.slots, "answer": answer, "predicate": Slot(text)},
        confidence=role.confidence * slight,
        marks=base.marks | empty,
    )


def _role_fact(clause: Clause, base: Fact, role: Role, sentence: Sentence) -> Fact | None:
    source = clause.role("source")
    omit = [role.span, *([source.span] if source is not None else [])]
    rest = clause.rest(omit)
    if not rest or unbound(rest, clause.subject_head) or dangling(role.span, clause.subject_head):
        return None
    if points_back(rest) or not askable(clause, role, rest):
        return None
    if len(role.span) > 1 and plain(role.span[0]) in EACH and plain(role.span[1]) in ("un", "une"):
        return None
    if any(plain(token) in ("celui", "celle", "ceux", "celles") for token in rest):
        return None
    slots = {
        **base.slots,
        "answer": replace(slot(role.span, sentence), text=stems.answer_text(role), type=role.type),
        "asked": Slot(_asked(clause, role, omit)),
        "everyday": Slot(stems.with_est_ce_que(clause, omit)),
        "statement": Slot(stems.statement(clause, omit)),
        "marker": Slot(role.marker),
        "bare": Slot(_bare(role)),
        "verbatim": Slot(role.span.text),
    }
    if role.name in ("object", "content"):
        slots["stylistic"] = Slot(stems.stylistic(clause, omit))
    before = clause.doc[clause.start : clause.subject.start]
    circumstance = len(before) > 1 and parts.is_preposition(before[0])
    wanted = role.name in ("object", "agent") and circumstance and not base.slots["prefix"].text
    lead = opening(clause) if wanted else ""
    if lead is None:
        return None
    if lead:
        slots["prefix"] = Slot(f"{lead}, ")
    thin = {"thin"} if hollow(role.span, KNOWN) else set()
    return Fact(role.name, slots, base.spans, role.confidence, base.marks | shape(clause, role) | thin)


def _asked(clause: Clause, role: Role, omit: list[Span]) -> str:
    """The clause as it follows « quand », « où », « pourquoi »: « se trouve la tour », « la tour a-t-elle brûlé … »."""
    rest = [i for i in range(clause.finite.i + 1, clause.end) if not any(s.start <= i < s.end for s in omit)]
    alone = not any(not clause.doc[i].is_punct for i in rest) and clause.finite == clause.head
    if alone and role.name in ("time", "place") and not clause.shared:
        return stems.stylistic(clause, omit)
    return stems.inverted(clause, omit) or stems.with_est_ce_que(clause, omit)


def _bare(role: Role) -> str:
    """The answer without its marker: another way to give it."""
    text = stems.words(role.span.doc, range(role.span.start, role.span.end))
    if role.marker.startswith("faute"):
        return stems.answer_text(role)
    marked = role.marker and role.name in BARE and text.lower().replace("’", "'").startswith(role.marker)
    return text[len(role.marker) :].strip() if marked else stems.answer_text(role)
