"""What somebody wants, must, can or has decided to do: a verb, and the infinitive it governs up to the clause's end.

Such a question needs few attachments right: the key runs from the infinitive to where the clause ends.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Span, Token

from quizgen.french import nouns, parts, stems, tree
from quizgen.french.anaphora import dangling, plain
from quizgen.french.clause import Clause
from quizgen.french.doubts import chance
from quizgen.french.elision import join
from quizgen.french.facts import Fact, Slot
from quizgen.french.inversion import put_back
from quizgen.french.naming import nameable
from quizgen.french.openings import opening
from quizgen.french.reading import Reading, Sentence
from quizgen.french.said import spans_of

#: verb -> the preposition before the infinitive that it governs, its subject being the one who acts
GOVERNING = {
    **dict.fromkeys("vouloir pouvoir devoir souhaiter espérer compter préférer".split(), ""),
    **dict.fromkeys(
        "décider prévoir refuser accepter promettre tenter essayer choisir envisager proposer recommander "
        "conseiller interdire permettre ordonner demander rêver projeter éviter cesser menacer".split(),
        "de",
    ),
    **dict.fromkeys("chercher parvenir réussir apprendre hésiter consentir renoncer".split(), "à"),
}
#: openings that read better at the end of the question: conditions and purposes
LAST = frozenset("si s quand lorsque lorsqu pour afin".split())
#: verbs whose subject may be a thing: « ce dispositif permet de … »
ENABLING = frozenset(["permettre"])
#: what must or may be done is told only with its case
RULING = frozenset(["devoir", "pouvoir"])
#: infinitives that are nothing one does
NO_DEED = frozenset(
    "être avoir pouvoir devoir sembler paraître rester falloir savoir connaître faire peser mesurer durer coûter "
    "attendre contenir comporter dépasser sentir ressentir croire penser aimer souffrir".split()
)
#: « il est interdit de … »: what may or must be done, by anybody
RULED = frozenset("interdit conseillé déconseillé recommandé obligatoire nécessaire indispensable possible".split())
UNSAFE = frozenset(
    "odd crowded inverted beside opens attributed disagrees quotes impersonal interrupted hearsay".split()
)
#: what the chance of a frame is multiplied by: the key may run on too far, the verb have two infinitives
SURE, LOOSE = 0.97, 0.85


@dataclass(frozen=True)
class _Frame:
    """A governing verb, its infinitive with what introduces it, and the end of the clause."""

    governor: Token
    infinitive: Token
    start: int
    end: int

    @property
    def link(self) -> str:
        """The preposition before the infinitive, « de », « à » or ""."""
        word = self.governor.doc[self.start - 1]
        return {"de": "de", "d'": "de", "à": "à"}.get(plain(word), "")

    @property
    def opens(self) -> int:
        """Where it begins, its preposition included."""
        return self.start - bool(self.link)

    @property
    def doing(self) -> str:
        """« faire », « de faire », « à faire »: what asks for the deed."""
        return join(self.link, "faire")

    @property
    def deed(self) -> Span:
        """The infinitive and all that follows."""
        return self.governor.doc[self.start : self.end]


def infinitive_facts(reading: Reading) -> Iterator[Fact]:
    """Facts « deed » (asked, answer) of named doers, « duty » of « vous » and of what is ruled for anybody."""
    seen = Counter(key for sentence in reading.sentences for key in _governors(sentence))
    duties = (found for sentence in reading.sentences for found in _duties(sentence))
    for fact, verb, subject in (*_deeds(reading), *duties):
        if seen[verb, subject] + seen[verb, ""] * (subject != "") <= 1:
            yield fact


def _governors(sentence: Sentence) -> Iterator[tuple[str, str]]:
    """Every verb or adjective of the sentence that governs an infinitive: who asks about one must name the only one."""
    for token in sentence.span:
        if _infinitive_of(token) is not None:
            yield _key(token)


def _key(governor: Token) -> tuple[str, str]:
    """What two frames share when one question would fit both: the verb, and its subject where that is a noun.

    A pronoun may stand for any: frames with one are counted against all others of the verb.
    """
    subject = tree.subject_of(governor)
    return governor.lemma_, subject.lemma_ if subject is not None and parts.is_noun(subject) else ""


def _infinitive_of(governor: Token) -> Token | None:
    """The infinitive that hangs from the word and follows it, if it is the only one."""
    found = [word for word in tree.children(governor, tree.CLAUSE_COMPLEMENT) if parts.is_infinitive(word)]
    return found[0] if len(found) == 1 and found[0].i > governor.i else None


def _frame(governor: Token, end: int) -> _Frame | None:
    infinitive = _infinitive_of(governor)
    if infinitive is None or infinitive.lemma_ in NO_DEED or tree.is_passive(infinitive) or tree.is_negated(infinitive):
        return None
    start = infinitive.left_edge.i
    while start < infinitive.i and governor.doc[start].lower_ in ("de", "d'", "d’", "à"):
        start += 1
    return _Frame(governor, infinitive, start, end) if start < end else None


def _deeds(reading: Reading) -> Iterator[tuple[Fact, str, str]]:
    for clause, sentence in reading.clauses:
        frame = _frame(clause.head, clause.end)
        lemma = clause.head.lemma_
        if frame is None or clause.marks & UNSAFE or not nameable(clause.named):
            continue
        if "negated" in clause.marks and parts.feature(clause.finite, "Tense") != "Pres":
            continue
        acting = nouns.type_of(clause.subject_head) in nouns.ACTING or lemma in ENABLING
        if not acting or GOVERNING.get(lemma) != frame.link or dangling(frame.deed, clause.subject_head):
            continue
        asked = _asked(clause, frame)
        lead = opening(clause)
        if asked is not None and lead is not None and (lead or lemma not in RULING):
            last = re.split(r"[ '’]", lead)[0] in LAST
            prefix, tail = ("", lead) if last or not lead else (f"{lead}, ", "")
            everyday = f"{_everyday(clause, frame)} {tail}".strip()
            fact = _fact("deed", frame, sentence, f"{asked} {tail}".strip(), everyday, prefix)
            spans, sure = spans_of(clause, sentence), fact.confidence * clause.taken
            yield replace(fact, spans=spans, confidence=sure, marks=clause.marks), *_key(clause.head)


def _asked(clause: Clause, frame: _Frame) -> str | None:
    """« veut faire le gouvernement », « la police conseille-t-elle aux internautes de faire »: what follows « que »."""
    doc = clause.doc
    between = doc[clause.head.i + 1 : frame.opens]
    if any(parts.is_noun(token) for token in between):
        if dangling(between):
            return None
        inverted = stems.inverted(clause, [doc[frame.opens : clause.end]])
        return f"{inverted} {frame.doing}" if inverted else None
    kept = [i for i in range(clause.group_start, frame.opens) if plain(doc[i]) not in stems.LINKS]
    if any(parts.is_pronoun(doc[i]) and plain(doc[i]) not in ("se", "s'") for i in kept):
        return None
    # « que permettent de faire des accords », « qu'apprend très tôt à faire le garçon » read as « faire des accords »
    if clause.named[0].lower_ in ("des", "un", "une") or any(parts.is_adverb(token) for token in between):
        return None
    return f"{stems.words(doc, kept)} {frame.doing} {stems.subject_text(clause)}"


def _everyday(clause: Clause, frame: _Frame) -> str:
    """« est-ce que le gouvernement veut faire »: what follows « que » in everyday French."""
    return f"{stems.with_est_ce_que(clause, [clause.doc[frame.opens : clause.end]])} {frame.doing}"


def _duties(sentence: Sentence) -> Iterator[tuple[Fact, str, str]]:
    """« Vous devez … », « il faut … », « il est interdit de … », told of one thing only and without a comma inside."""
    root = sentence.span.root
    finite = tree.finite_of(root)
    end = sentence.span.end
    while end > sentence.span.start and sentence.span.doc[end - 1].is_punct:
        end -= 1
    frame = _frame(root, end)
    to_somebody = {plain(word) for word in root.children} & {"lui", "leur", "nous"}
    if (
        frame is None
        or finite is None
        or to_somebody
        or sentence.marks - {"personal"}
        or any(t.text in ",;:(«" for t in frame.deed)
    ):
        return
    asking = _duty(root, finite)
    lead = opening(sentence.span.doc[sentence.span.start : _group_start(root, finite)])
    pointing = dangling(frame.deed) - {"vous", "votre", "vos"}
    if asking is None or (not lead and asking[1]) or lead is None or pointing:
        return
    forms = (f"{form} {lead}".strip() for form in (asking[0], put_back(asking[0])))
    yield _fact("duty", frame, sentence, *forms), *_key(root)


def _group_start(root: Token, finite: Token) -> int:
    """Where the subject or the impersonal « il » stands."""
    subject = next(iter(tree.children(root, (*tree.SUBJECT, *tree.IMPERSONAL))), finite)
    return min(subject.i, finite.i)


def _duty(root: Token, finite: Token) -> tuple[str, bool] | None:
    """What follows « que », and whether it is too wide a question without a condition or a purpose."""
    subject = tree.subject_of(root)
    present = parts.feature(finite, "Tense") == "Pres"
    if tree.is_negated(root) or not present:
        return None
    if subject is not None and plain(subject) == "vous" and root.lemma_ in ("devoir", "pouvoir") and finite == root:
        return f"{finite.lower_}-vous faire", True
    if not tree.is_impersonal(root):
        return None
    if root.lemma_ == "falloir":
        return "faut-il faire", True
    if root.lower_ in RULED and finite.lower_ == "est":
        return f"est-il {root.lower_} de faire", True
    return None


def _fact(kind: str, frame: _Frame, sentence: Sentence, asked: str, everyday: str, prefix: str = "") -> Fact:
    start = sentence.offset + frame.deed.start_char
    text = stems.words(frame.deed.doc, range(frame.start, frame.end))
    whole = frame.infinitive.right_edge.i + 1 >= frame.end
    sure = (SURE if whole else LOOSE) * chance(frame.infinitive, frame.governor)
    slots = {
        "asked": Slot(asked),
        "everyday": Slot(everyday),
        "answer": Slot(text, start, start + len(frame.deed.text), "clause"),
        "prefix": Slot(prefix),
    }
    return Fact(kind, slots, (sentence.bounds,), sure)
