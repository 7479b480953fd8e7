"""What a verb asks for behind a preposition (« de quoi », « à qui »), what it measures, the reason after « car »."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Span, Token

from quizgen.french import nouns, parts, roles, stems, tree, trust
from quizgen.french.anaphora import dangling, plain
from quizgen.french.clause import Clause, Role
from quizgen.french.elision import join
from quizgen.french.facts import Fact, Slot
from quizgen.french.naming import nameable
from quizgen.french.numbers import value
from quizgen.french.objects import STATED
from quizgen.french.reading import Reading, Sentence
from quizgen.french.said import UNSAFE as ODD
from quizgen.french.said import base_of, slot

UNSAFE = ODD | {"negated", "copula"}
#: preposition as written -> as it asks
ASKING = {"de": "de", "d'": "de", "du": "de", "des": "de", "à": "à", "au": "à", "aux": "à", "par": "par", "sur": "sur",
          "contre": "contre", "avec": "avec"}  # fmt: skip
#: verb -> the prepositions behind which it asks for a complement of its own
GOVERNED = {
    **dict.fromkeys(
        "disposer dépendre provenir souffrir composer inspirer méfier servir bénéficier manquer témoigner rêver "
        "accuser nourrir occuper charger débarrasser emparer souvenir plaindre".split(),
        ("de",),
    ),
    **dict.fromkeys(
        "appartenir adresser participer renoncer croire penser ressembler opposer intéresser succéder répondre "
        "contribuer correspondre élever assister échapper obéir résister survivre consacrer attaquer".split(),
        ("à",),
    ),
    **dict.fromkeys("reposer déboucher compter porter".split(), ("sur",)),
    **dict.fromkeys("lutter protester manifester".split(), ("contre",)),
    **dict.fromkeys("distinguer expliquer traduire terminer commencer".split(), ("par",)),
}
#: verbs whose object is a measure, and what asks for it
ASKED = {**dict.fromkeys([*roles.MEASURING, "parcourir"], "combien"), "durer": "combien de temps"}
#: what says after an amount how exact it is
HEDGES = (("au", "plus"), ("au", "moins"), ("environ",), ("seulement",))
#: role -> the words that bring it in and nothing else, forms of one word parted by « | »
TAILS = (
    ("condition", ("à", "condition", "de|d'|que|qu'")),
    ("purpose", ("afin", "de|d'|que|qu'")),
    ("cause", ("en", "raison", "de|d'|du|des")),
    ("cause", ("à", "cause", "de|d'|du|des")),
    ("cause", ("faute", "de|d'")),
)
#: words of a reason, at least and at most
REASON = (3, 30)


def complement_facts(reading: Reading) -> Iterator[Fact]:
    """Facts « argument » and « measure » (question, asked, answer), « cause » of what « car » gives as a reason."""
    for clause, sentence in reading.clauses:
        if not nameable(clause.named) or clause.shared:
            continue
        made = (form(clause, sentence) for form in (_argument, _measure, _reason, _tail))
        for fact in filter(None, made):
            yield replace(fact, confidence=clause.taken * min(fact.confidence, clause.roles[0].confidence))


def _argument(clause: Clause, sentence: Sentence) -> Fact | None:
    """« Un salarié dispose d'un droit de retrait »: the complement right after the verb, which closes the clause."""
    verb = clause.head
    heads = [word for word in tree.arguments(verb) if plain(word.left_edge) in ASKING and word.i > verb.i]
    if clause.marks & UNSAFE or len(heads) != 1 or not parts.is_noun(heads[0]):
        return None
    if ASKING[plain(heads[0].left_edge)] not in GOVERNED.get(verb.lemma_, ()):
        return None
    span = clause.doc[heads[0].left_edge.i : clause.end]
    between = clause.doc[verb.i + 1 : span.start]
    clitics = {plain(token) for token in clause.doc[clause.group_start : verb.i] if parts.is_pronoun(token)}
    if not all(parts.is_adverb(token) for token in between) or clitics - {"se", "s'"}:
        return None
    kind = nouns.type_of(heads[0])
    counted = _is_counted(heads[0], span)
    if (
        kind in ("place", "time")
        or any(token.text in ",;:()«" for token in span)
        or dangling(span, clause.subject_head)
    ):
        return None
    asking = ASKING[plain(span[0])]
    word = "combien" if counted else "qui" if kind in ("person", "institution") else "quoi"
    return _fact("argument", clause, sentence, span, f"{asking} {word}")


def _is_counted(noun: Token, span: Span) -> bool:
    """Whether the phrase is an amount: « à 0,60 euro par mètre carré »."""
    figure = tree.number_of(noun)
    return nouns.type_of(noun) == "quantity" or (figure is not None and figure.i <= span.start + 2)


def _measure(clause: Clause, sentence: Sentence) -> Fact | None:
    """« Le hérisson pèse 500 grammes »: the amount after a verb that measures."""
    verb = clause.head
    inner = next((word for word in tree.children(verb, tree.OPEN_COMPLEMENT) if parts.is_infinitive(word)), verb)
    asking = ASKED.get(inner.lemma_)
    if clause.marks & UNSAFE or asking is None:
        return None
    amount = next((word for word in inner.children if word.i > inner.i and tree.number_of(word) is not None), None)
    figure = tree.number_of(amount) if amount is not None else None
    if amount is None or figure is None or value(figure.text) is None:
        return None
    span = clause.doc[amount.left_edge.i : max(amount.i, figure.i) + 1]
    if clause.doc[span.end : span.end + 1].text in ("de", "d'", "d’") and span.end + 1 < clause.end:
        span = clause.doc[span.start : span.end + 2]
    last = next((len(hedge) for hedge in HEDGES if _follows(span, hedge)), 0)
    first = span.start
    while clause.doc[first - 1].lower_ in ("environ", "moins", "plus", "près", "de", "au", "presque", "quelque"):
        first -= 1
    hedged = any(plain(token) in STATED for token in clause.doc[clause.finite.i + 1 : first])
    told = clause.doc[first : span.end + last]
    return _fact("measure", clause, sentence, told, asking) if first > inner.i and not hedged else None


def _follows(span: Span, hedge: tuple[str, ...]) -> bool:
    return tuple(token.lower_ for token in span.doc[span.end : span.end + len(hedge)]) == hedge


def _fact(kind: str, clause: Clause, sentence: Sentence, span: Span, asking: str) -> Fact | None:
    asked = stems.inverted(clause, [span])
    if asked is None or dangling(clause.rest([span]), clause.subject_head):
        return None
    base = base_of(clause, sentence)
    role = Role(kind, span, plain(span[0]), 0.85)
    slots = {
        **base.slots,
        "question": Slot(asking),
        "asked": Slot(asked),
        "everyday": Slot(stems.with_est_ce_que(clause, [span])),
        "answer": replace(slot(span, sentence), text=stems.words(span.doc, range(span.start, span.end))),
    }
    return replace(base, kind=kind, slots=slots, confidence=trust.confidence(clause, role))


def _tail(clause: Clause, sentence: Sentence) -> Fact | None:
    """« … à condition d'être tenus en laisse »: what an unmistakable marker brings in, to the end of the clause."""
    doc = clause.doc
    for at in range(clause.head.i + 1, clause.end - 2):
        found = next((name for name, words in TAILS if _starts(doc[at : clause.end], words)), None)
        if found is None:
            continue
        between = doc[clause.finite.i + 1 : at]
        span = doc[at : clause.end]
        clear = plain(span[-1]) != "quoi" and not any(
            parts.opens_clause(word) or word.text in ",;:«»" for word in (*between, *span)
        )
        asked = stems.inverted(clause, [span])
        if clause.role(found) is not None or asked is None or not clear or clause.marks & (UNSAFE - {"copula"}):
            return None
        if dangling(span, clause.subject_head) or dangling(clause.rest([span]), clause.subject_head):
            return None
        text, marker = stems.words(doc, range(at, clause.end)), " ".join(word.lower_ for word in span[:2])
        fact = _closing(found, clause, sentence, asked, span, [span], answer=text, marker=marker, bare=text)
        return replace(fact, confidence=0.92, marks=fact.marks | {"tail"})
    return None


def _closing(
    kind: str, clause: Clause, sentence: Sentence, asked: str, span: Span, omit: Sequence[Span], **said: str
) -> Fact:
    """A role that `span` fills at the end of the clause or after it; `said` the words of answer, marker and bare."""
    base, place = base_of(clause, sentence), slot(span, sentence)
    slots = {
        **base.slots,
        **{name: Slot(words) for name, words in said.items()},
        "asked": Slot(asked),
        "everyday": Slot(stems.with_est_ce_que(clause, omit)),
        "statement": Slot(stems.statement(clause, omit)),
        "answer": replace(place, text=said["answer"], type="clause"),
        "verbatim": Slot(place.text),
    }
    return replace(base, kind=kind, slots=slots, confidence=0.95, marks=base.marks | {"closing"})


def _starts(words: Span, marker: tuple[str, ...]) -> bool:
    return all(plain(word) in forms.split("|") for word, forms in zip(words, marker, strict=False))


def _reason(clause: Clause, sentence: Sentence) -> Fact | None:
    """« L'heure se décale, car la Lune avance »: all that follows « car », to the end of the sentence."""
    doc, at = clause.doc, clause.end
    while at < sentence.span.end and doc[at].text == ",":
        at += 1
    if at >= sentence.span.end or doc[at].lower_ != "car" or clause.marks & (UNSAFE - {"negated", "copula"}):
        return None
    end = sentence.span.end
    while end > at and doc[end - 1].is_punct:
        end -= 1
    told = doc[at + 1 : end]
    asked = stems.inverted(clause)
    if not REASON[0] <= len(told) <= REASON[1] or any(token.text in ";:«»()" for token in told) or asked is None:
        return None
    if dangling(told, clause.subject_head) or dangling(clause.rest(), clause.subject_head):
        return None
    text = stems.words(doc, range(told.start, told.end))
    answer = join("parce", "que", text)
    return _closing("cause", clause, sentence, asked, doc[at:end], (), answer=answer, marker="car", bare=text)
