"""The roles of a clause: subject, object, agent, what is said, when, where, why, what for, how — each with its surety.

Prepositions and conjunctions that mark a role stand in data/markers.toml.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from importlib.resources import files

from spacy.tokens import Span, Token

from quizgen.french import dates, nouns, parts, tree, trust
from quizgen.french.clause import Clause, Role

#: « quand elle voudra » says no time
UNSETTLED = frozenset(["vouloir", "pouvoir"])
#: words that a place without a name needs to be told from others
WHERE_WORDS = 5
#: verbs whose complement in à, en, sur names no place where it happens
NOT_PLACED = frozenset(
    "renoncer penser dédier emprunter rêver intéresser participer "
    "appartenir ressembler succéder opposer croire tenir répondre "
    "relier joindre rattacher lier raccorder unir servir consacrer ajouter comparer préférer accorder donner".split()
)
#: verbs beside which a gerund tells what was done meanwhile, not how
MOTION = frozenset(
    "entrer sortir engouffrer partir arriver courir marcher monter descendre avancer revenir rentrer aller venir "
    "tomber fuir approcher éloigner".split()
)
#: prepositions before who receives, and what can receive
RECEIVING = ("à", "au", "aux")
SOMEBODY = frozenset(["person", "institution", "name"])
#: nouns of number that stand between the figure and what is counted
SCALES = frozenset(
    "million millions milliard milliards centaine centaines dizaine dizaines douzaine millier milliers".split()
)
#: what stands between two parts of one date
JOINING = frozenset(["", "à", "au", "et", "ou", "jusqu'à", "jusqu'au", "dès", "vers"])
#: the hour of a day told just before
CLOCK = re.compile(
    r"\s*,?\s*(?:à|vers|dès|avant|après)\s+(?:midi|minuit|\d{1,2}\s?h)\b|\s+(?:derni|proch|pass)\w+"
)
#: verbs and words that tell how much, not what
MEASURING = frozenset("durer coûter peser mesurer valoir".split())
AMOUNTS = frozenset("peu beaucoup près environ moins plus assez".split())
#: « assez … pour », « trop … pour »: no purpose
ENOUGH = frozenset("assez suffisamment trop suffisant suffisante suffisants suffisantes".split())
#: infinitives that order the speech, not the deed
DISCOURSE = frozenset(
    f"pour {verb}" for verb in ("terminer", "finir", "commencer", "conclure", "résumer", "autant", "mémoire", "rappel")
)


def roles_of(clause: Clause) -> tuple[Role, ...]:
    """Every role that the clause fills, the surest reading of a phrase only."""
    return tuple(replace(role, confidence=trust.confidence(clause, role)) for role in found(clause))


def found(clause: Clause) -> tuple[Role, ...]:
    """The roles with the surety of their construction alone."""
    roles = (*_core_roles(clause), *_adverbial_roles(clause), *_quantities(clause))
    return tuple(role for role in roles if len(role.span))


def _core_roles(clause: Clause) -> Iterator[Role]:
    subject = Role("subject", clause.subject, "", _subject_surety(clause), nouns.type_of(clause.subject_head))
    yield subject
    lower = tree.governed(clause.head)
    thing = tree.object_of(lower if lower is not None else clause.head)
    amount = clause.head.lemma_ in MEASURING or (thing is not None and thing.lower_ in AMOUNTS)
    plain = thing is not None and not parts.is_pronoun(thing) and not parts.is_preposition(thing.left_edge)
    if thing is not None and plain and not amount and thing.lower_ != "long":
        yield _phrase("object", thing, clause, 0.7)
    if tree.has_copula(clause.head) and parts.is_noun(clause.head) and clause.finite.i < clause.head.i < clause.end:
        first = next(word.i for word in clause.doc[clause.finite.i + 1 :] if not parts.is_adverb(word))
        said = clause.doc[min(first, clause.head.i) : clause.end]
        yield Role("attribute", said, "", subject.confidence, nouns.type_of(clause.head))
    agent = tree.agent_of(clause.head)
    if agent is not None:
        yield _phrase("agent", agent, clause, 0.8)
    recipient = tree.argument_of(clause.head, RECEIVING)
    if recipient is not None and nouns.type_of(recipient) in SOMEBODY:
        yield _phrase("recipient", recipient, clause, 0.75)
    yield from _content(clause)


def _subject_surety(clause: Clause) -> float:
    sure = 0.9 if tree.is_whole(clause.subject, clause.subject_head) else 0.6
    before = clause.doc[clause.subject.start - 1].text if clause.subject.start > clause.start else ","
    sure += 0.06 if clause.subject.end == clause.group_start and before in (",", ":") else -0.1
    return sure - 0.15 * clause.shared - 0.3 * ("disagrees" in clause.marks)


def _content(clause: Clause) -> Iterator[Role]:
    """« que … » after a verb of saying or thinking; not the « que » of « tellement … que »."""
    said = tree.complement_clause(clause.head)
    so = any(child.lower_ in ("tellement", "tant", "si", "trop") for child in clause.head.children)
    if said is None or so or tree.is_reflexive(clause.head) or said.left_edge.lower_ not in ("que", "qu'", "qu’"):
        return
    words = clause.doc[said.left_edge.i : min(said.right_edge.i + 1, clause.end)]
    sure = 0.85 if _closes(clause, tree.span_of(said)) else 0.5
    yield Role("content", words, "que", sure, "clause")


def _quantities(clause: Clause) -> Iterator[Role]:
    """Figures with what they count, in the clause itself: « douze plateaux », « 9,5 % », « trois millions d'euros »."""
    for noun in clause.doc[clause.start : clause.end]:
        figure = tree.number_of(noun)
        if figure is None or noun.lower_ in dates.MONTHS or not tree.stands_in(noun, clause.head):
            continue
        if figure.lower_ in ("un", "une", "1") or dates.find(clause.doc[figure.i : noun.i + 1].text):
            continue
        end = noun.i + 1
        if noun.lower_ in SCALES and end + 1 < clause.end and clause.doc[end].lower_ in ("de", "d'", "d’"):
            end += 2
        yield Role("quantity", clause.doc[figure.left_edge.i : end], "", 0.85, "quantity")


def _phrase(name: str, head: Token, clause: Clause, sure: float) -> Role:
    span = tree.span_of(head)
    sure += 0.1 if _closes(clause, span) else -0.2
    if not tree.is_whole(span, head):
        sure -= 0.3
    marker = tree.marker_of(head)
    return Role(name, span, marker.text if marker is not None else "", sure, nouns.type_of(head))


def _closes(clause: Clause, span: Span) -> bool:
    """Whether the phrase ends where nothing can be wrongly attached: at the clause's end or before a comma."""
    return span.end >= clause.end or clause.doc[span.end].text == ","


def _adverbial_roles(clause: Clause) -> Iterator[Role]:
    lower = tree.governed(clause.head)
    verbs = [clause.head, *([clause.finite] if clause.finite != clause.head else []), *([lower] if lower else [])]
    heads = [head for verb in verbs for head in tree.adverbials(verb)]
    for head in heads:
        span = tree.span_of(head)
        inside = clause.start <= span.start and span.end <= clause.end
        overlaps = span.start < clause.subject.end and clause.subject.start < span.end
        if inside and not overlaps and not span.start <= clause.finite.i < span.end and tree.is_whole(span, head):
            yield from _typed(clause, head, span)
    yield from _leading_role(clause)


def _leading_role(clause: Clause) -> Iterator[Role]:
    """The phrase that a comma sets off before the subject, whatever it was attached to: only with a sure marker."""
    end = clause.subject.start
    if end - 1 <= clause.start or clause.doc[end - 1].text != ",":
        return
    span = clause.doc[clause.start : end - 1]
    while len(span) > 1 and (parts.is_coordinator(span[0]) or span[0].text == ","):
        span = span[1:]
    text = span.text.lower().replace("’", "'")
    finite = any(parts.is_finite(token) for token in span)
    form = "finite" if finite else "noun" if parts.is_noun(tree.head_within(span)) else "infinitive"
    if text.startswith("comme ") and finite:
        yield Role("cause", span, "comme", 0.88, "clause")
    for name, marker in _marked(text, form):
        if name in ("cause", "purpose") and "," not in text and text not in DISCOURSE:
            yield Role(name, span, marker, 0.88, "clause")
            return


def _typed(clause: Clause, head: Token, span: Span) -> Iterator[Role]:
    text, form = span.text.lower().replace("’", "'"), _form(head)
    timely = form == "noun" and is_time(head, span) and not _parted(clause, span) and not _of_participle(clause, span)
    if text.startswith("si bien "):
        return
    for name, marker in _marked(text, form):
        if name == "purpose" and _is_no_purpose(clause, head, span, text):
            return
        if name == "time" and not timely and (form == "noun" or head.lemma_ in UNSETTLED):
            continue
        if (name == "manner" and form == "gerund" and _is_meanwhile(clause, head)) or (
            name == "place" and not _is_where(clause, head, span)
        ):
            continue
        yield Role(name, span, marker, _surety(clause, name, marker, span), nouns.type_of(head))
        return
    if timely:
        yield Role("time", span, "", _surety(clause, "time", "", span), "time")


def _form(head: Token) -> str:
    """What sort of phrase it is: finite, infinitive, gerund, noun."""
    if tree.finite_of(head) is not None:
        return "finite"
    if parts.is_infinitive(head) or tree.has_infinitive_auxiliary(head):
        return "infinitive"
    return "gerund" if parts.is_present_participle(head) else "noun"


def _is_no_purpose(clause: Clause, head: Token, span: Span, text: str) -> bool:
    """« assez … pour », « même pour », « pour finir », « pour avoir volé »."""
    lead = clause.doc[max(0, span.start - 1)].lower_
    between = {token.lower_ for token in clause.doc[clause.finite.i : span.start]}
    picked = lead in ("compris", "même", "notamment", "surtout", "sauf", "sinon")
    return bool(between & ENOUGH) or picked or text in DISCOURSE or tree.has_infinitive_auxiliary(head)


def _is_meanwhile(clause: Clause, head: Token) -> bool:
    """« en attendant », « s'engouffra en frappant »: done at the same time, not how."""
    return head.lower_ in ("attendant", "passant", "revanche") or clause.head.lemma_ in MOTION


def _is_where(clause: Clause, head: Token, span: Span) -> bool:
    """Whether the phrase names a place where the deed is done."""
    aside = span.start > clause.finite.i and clause.doc[span.start - 1].text == ","
    return clause.head.lemma_ not in NOT_PLACED and not aside and is_place(head) and says_where(span)


def _surety(clause: Clause, name: str, marker: str, span: Span) -> float:
    """How sure a lifted phrase is: set off by a comma or closing the clause, and introduced by a plain marker."""
    leading = span.end <= clause.subject.start and clause.doc[span.end].text == ","
    sure = 0.9 if leading else 0.8 if _closes(clause, span) else 0.55
    if name in ("purpose", "place") and not leading and clause.doc[span.start - 1].text != ",":
        sure -= 0.1 if marker in ("pour", "à", "au", "de", "en", "dans", "sur") else 0
    return sure - 0.3 * _nested(clause, span)


def _of_participle(clause: Clause, span: Span) -> bool:
    """« l'exercice clos en juin »: whether a participle that is no part of the verb stands right before the phrase."""
    before = clause.doc[span.start - 1] if span.start > clause.finite.i + 1 else None
    return (
        before is not None
        and before != clause.head
        and not tree.is_passive(before)
        and parts.is_participle(before)
        and parts.is_noun(before.head)
    )


def _nested(clause: Clause, span: Span) -> bool:
    """Whether another clause opens between the verb and the phrase, which may belong to that one."""
    between = clause.doc[clause.finite.i + 1 : span.start]
    return any(parts.is_relative_pronoun(word) or parts.is_subordinator(word) for word in between)


def _parted(clause: Clause, span: Span) -> bool:
    """Whether the date goes on right beside the span: « du 1er juin [au 10 juillet] », « lundi 9 [à midi] »."""
    start, end = clause.doc[clause.start].idx, clause.doc[clause.end - 1].idx + len(clause.doc[clause.end - 1])
    text = clause.doc.text[start:end]
    first, last = span.start_char - start, span.end_char - start
    if CLOCK.match(text, last):
        return True
    for date in dates.find(text):
        between = text[last : date.start] if date.start >= last else text[date.end : first]
        outside = date.start >= last or date.end <= first
        if outside and between.strip(" ,").lower() in JOINING:
            return True
        if not outside and (date.start < first or date.end > last):
            return True
    return False


def is_time(head: Token, span: Span) -> bool:
    """Whether the phrase says when: a short phrase whose head is a noun of time or the figure of a date."""
    found = dates.find(span.text)
    dated = any(date.start <= head.idx - span.start_char < date.end for date in found)
    return (dated or nouns.type_of(head) == "time") and len(span) <= 9


def is_place(head: Token) -> bool:
    """Whether the phrase says where: a place name or a noun of place."""
    return nouns.type_of(head) == "place"


def says_where(span: Span) -> bool:
    """Whether the phrase tells which place: it holds a name, or its noun has a complement."""
    return len(span) >= WHERE_WORDS or any(parts.is_name(token) for token in span)


def _marked(text: str, form: str) -> list[tuple[str, str]]:
    """The (role, marker) pairs whose marker opens `text`, longest marker first."""
    found = [
        (name, marker)
        for name, marker in _markers(form)
        if text.startswith(marker)
        and (marker.endswith("'") or text[len(marker) : len(marker) + 1] in (" ", "\u00a0", ""))
    ]
    return sorted(found, key=lambda pair: -len(pair[1]))


@cache
def _markers(form: str) -> tuple[tuple[str, str], ...]:
    text = (files("quizgen.french") / "data" / "markers.toml").read_text(encoding="utf-8")
    return tuple((name, marker) for name, forms in tomllib.loads(text).items() for marker in forms.get(form, ()))
