"""Whom a text is speaking of: every noun, name and subject pronoun, in order, each with what it stands for.

A subject pronoun is given to the one thing that it can mean in the words before it: what agrees, what can do the deed,
what the sentence before was about. Where two are left it means nobody (Hobbs 1978; Grosz, Joshi and Weinstein 1995).
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from spacy.tokens import Span, Token

from quizgen.french import nouns, parts, reporting, tree
from quizgen.french.anaphora import IMPERSONAL_VERBS, PERSONAL, POSSESSIVE, plain
from quizgen.french.name_words import words
from quizgen.french.quotes import FEWEST, QUOTED
from quizgen.french.selection import minded
from quizgen.french.stems import core_end

if TYPE_CHECKING:
    from quizgen.french.names import Entity
    from quizgen.french.reading import Reading, Sentence

#: how sure a pronoun is: nothing else agrees; only what cannot be meant does; said further back
ALONE, NEARLY, FURTHER = 0.97, 0.93, 0.97
#: what each step of a chain of pronouns costs
STEP = 0.005
#: sentences back in which a thing and a person may be looked for
REACH, SCENE = 1, 6
#: a noun that is so often a subject is what the text is about
OFTEN = 3
#: places of a word in its clause, the likeliest to be taken up last
INSIDE, BESIDE, OBJECT, LOWER, SUBJECT = range(5)
MINDED = frozenset(["person", "animal"])
NEVER = frozenset(["time", "quantity"])
#: parts of people, which a sentence is not about
BODY = frozenset("œil yeux main bras cheveu pied lèvre regard doigt jambe joue larme pas tête visage voix cœur".split())
#: marks of sentences in which somebody else may be speaking
ASIDE = frozenset(["speech", "quoted", "personal", "heading", "fragment"])
#: share of people among a verb's subjects from which it says what somebody does, and below which anything may
SOMEBODY, ANYTHING, THINGS, FEW = 0.85, 0.7, 0.5, 0.25
SUBJECTS = frozenset(["il", "elle", "ils", "elles"])
#: what a person may be called again once the text has named her
AGAIN = frozenset(
    "homme femme garçon fille fillette adolescent adolescente gamin gamine dame monsieur trentenaire quadragénaire "
    "quinquagénaire sexagénaire septuagénaire octogénaire intéressé vieillard".split()
)


@dataclass(frozen=True)
class Mention:
    """A noun, a name or a pronoun: whom it stands for (`who`; "" where unknown), agreement, type, place in its clause.

    `span` names it and `told` are the bounds of the sentence that does; a pronoun has those of what it stands for.
    """

    token: Token
    who: str
    span: Span
    told: tuple[int, int]
    gender: str
    number: str
    type: str
    place: int
    chance: float = 1.0

    def agrees(self, gender: str, number: str) -> bool:
        """Whether a pronoun of that gender and number may take it up."""
        return self.number == number and self.gender in (gender, "")


class Tracker:
    """Goes through an article sentence by sentence."""

    def __init__(self, reading: "Reading") -> None:
        self.reading = reading
        self.people = _People(reading)
        self.often = _topics(reading)
        #: the mentions of the sentences before, the last one last
        self.before: list[tuple[Sentence, list[Mention]]] = []

    def sentences(self) -> Iterator[tuple["Sentence", list[Mention]]]:
        """Each sentence with its mentions."""
        for sentence in self.reading.sentences:
            told: list[Mention] = []
            for token in sentence.span:
                mention = self._mention(token, sentence, told) if not _is_quoted(token, sentence) else None
                if mention is not None:
                    told.append(mention)
            self.before.append((sentence, told))
            yield sentence, told

    def _mention(self, token: Token, sentence: "Sentence", told: list[Mention]) -> Mention | None:
        if parts.is_noun(token):
            return self._noun(token, sentence, told)
        subject = parts.is_pronoun(token) and token.dep_ in tree.SUBJECT and plain(token) in SUBJECTS
        return self._pronoun(token, sentence, told) if subject and not _is_nobody(token) else None

    def _noun(self, token: Token, sentence: "Sentence", told: list[Mention]) -> Mention | None:
        """None for a part of a name, an apposition, what a subject is said to be: those are mentions already."""
        if tree.is_flat(token) or token.dep_ == "appos" or _is_attribute(token) or _is_bare(token):
            return None
        if token.lemma_ in BODY:
            return None
        entity = self.people.of(token, sentence)
        number = nouns.number_of(token)
        kind = entity.type if entity is not None else nouns.type_of(token)
        gender = (self.people.gender(entity) if entity is not None else "") or nouns.gender_of(token)
        who = entity.name if entity is not None else f"{token.lemma_} {number}"
        mention = Mention(token, who, _named_span(token), sentence.bounds, gender, number, kind, _place(token))
        again = self._called_again(mention, told) if entity is None else None
        return replace(again, token=token, place=mention.place) if again is not None else mention

    def _called_again(self, mention: Mention, told: list[Mention]) -> Mention | None:
        """« Le jeune homme »: the one person whom the text has named lately."""
        article = tree.determiner_of(mention.token)
        if mention.token.lemma_ not in AGAIN or article is None or plain(article) not in ("le", "la", "l'", "cet", "cette"):
            return None
        if any(parts.is_noun(child) or child.dep_ in tree.RELATIVE for child in mention.token.children):
            return None
        recent = [m for _, mentions in self.before[-SCENE:] for m in mentions] + told
        able = [m for m in recent if m.agrees(mention.gender, "Sing") and m.type == "person"]
        return able[-1] if len({m.who for m in able}) == 1 and parts.is_name(tree.head_within(able[-1].span)) else None

    def _pronoun(self, token: Token, sentence: "Sentence", told: list[Mention]) -> Mention:
        gender, number = PERSONAL[plain(token)]
        place = _place(token)
        said = _says(token) and not sentence.marks & {"speech", "heading"}
        found = self._taken_up(token, sentence, told) if said or not sentence.marks & ASIDE else None
        if found is None:
            return Mention(token, "", sentence.span, sentence.bounds, gender, number, "", place)
        return replace(found, token=token, gender=gender, place=place)

    def _taken_up(self, pronoun: Token, sentence: "Sentence", told: list[Mention]) -> Mention | None:
        """What the pronoun can only mean: in its own sentence and the one before it, else a person of the scene."""
        if _announces(pronoun):
            return None
        gender, number = PERSONAL[plain(pronoun)]
        able = [m for m in told if m.agrees(gender, number) and m.type not in NEVER]
        if able and pronoun.head != sentence.span.root and len({m.who for m in able}) == 1 and able[-1].who:
            return replace(able[-1], chance=_less(able[-1].chance, ALONE)) if able[-1].place >= LOWER else None
        near = [*(self.before[-1][1] if self.before else ()), *told]
        if self.before and self.before[-1][0].marks & ASIDE - {"quoted"}:
            near = told
        found = self._winner(pronoun, near, gender, number)
        return found if found is not None or not _needs_mind(pronoun) else self._in_scene(near, gender, number)

    def _winner(self, pronoun: Token, near: list[Mention], gender: str, number: str) -> Mention | None:
        mind = _needs_mind(pronoun)
        able = [m for m in near if m.agrees(gender, number) and m.type not in NEVER]
        able = [m for m in able if not mind or m.type in nouns.ACTING or m.type in ("name", "")]
        able = [m for m in able if not _says(pronoun) or m.type != "animal"]
        best = max(able, key=lambda m: (m.place, m.token.i), default=None)
        if best is None or not best.who or not best.gender or best.place < OBJECT:
            return None
        if number == "Plur" and len({m.who for m in near if m.number == "Sing" and m.type in MINDED}) > 1:
            return None
        if best.type not in nouns.ACTING and not self._may_do(best, pronoun, number):
            return None
        others = [m for m in able if m.who != best.who and not _within(m, best)]
        if not others:
            return replace(best, chance=_less(best.chance, ALONE if best.place >= LOWER else NEARLY))
        return replace(best, chance=_less(best.chance, NEARLY)) if self._leads(best, others, mind) else None

    def _may_do(self, best: Mention, pronoun: Token, number: str) -> bool:
        """Whether a thing can be the subject: its verb is not rather somebody's, the less so where people are about."""
        people = minded(pronoun.head)
        recent = [m for told, mentions in self.before[-SCENE:] for m in mentions if told.paragraph == self.before[-1][0].paragraph]
        somebody = [m for m in recent if m.type in MINDED and m.agrees(best.gender, number)]
        pair = number == "Plur" and len({m.who for m in recent if m.type in MINDED and m.number == "Sing"}) > 1
        if somebody or pair or best.place < LOWER:
            return people is not None and people <= (FEW if pair else THINGS)
        passive = tree.is_passive(pronoun.head) or tree.has_copula(pronoun.head)
        return passive if people is None else people <= ANYTHING

    def _leads(self, best: Mention, others: list[Mention], mind: bool) -> bool:
        """Whether one of several is what the sentence is about, and the others only stand in complements."""
        if best.place != SUBJECT or any(m.place == SUBJECT for m in others):
            return False
        if best.type in MINDED:
            rivals = [m for m in others if m.type in (*MINDED, "name", "") or (m.type == "institution" and m.place >= OBJECT)]
            return not rivals and (mind or all(m.place < LOWER for m in others))
        return all(m.place < OBJECT and m.type not in nouns.ACTING and m.who for m in others)

    def _in_scene(self, near: list[Mention], gender: str, number: str) -> Mention | None:
        """The one person of the last sentences who agrees; a pronoun not resolved there is taken for the same."""
        recent = [m for told, mentions in self.before[-SCENE:] for m in mentions if "speech" not in told.marks] + near
        able = [m for m in recent if m.agrees(gender, number) and (m.type in (*MINDED, "name") or not m.who)]
        known = [m for m in able if m.who]
        if len({m.who for m in known}) != 1 or known[-1].type not in MINDED or not known[-1].gender:
            return None
        if number == "Plur" or max(m.place for m in known) < OBJECT:
            return None
        return replace(known[-1], chance=_less(known[-1].chance, NEARLY * FURTHER))


class _People:
    """The named entities of an article by the words that mention them, with what is known of their gender."""

    def __init__(self, reading: "Reading") -> None:
        self.at: dict[tuple[int, int], Entity] = {}
        for entity in reading.entities:
            for rank, start, end in (*entity.mentions, *entity.descriptions):
                for token in reading.docs[rank].char_span(start, end, alignment_mode="expand") or ():
                    self.at[rank, token.i] = entity
        self.genders = self._genders(reading)

    def of(self, token: Token, sentence: "Sentence") -> "Entity | None":
        """Who a noun is: the name itself, or the noun that a name stands beside (« la maire, Nadia Kerboul »)."""
        own = self.at.get((sentence.paragraph, token.i))
        if own is not None:
            return own
        if nouns.type_of(token) != "person":
            return None
        named = (self.at.get((sentence.paragraph, child.i)) for child in tree.children(token, ("appos", "flat:name", "nmod")))
        return next((e for e in named if e is not None and e.type == "person" and _beside_name(token, e)), None)

    def gender(self, entity: "Entity") -> str:
        """Masc, Fem, or "" where nothing tells."""
        return entity.gender or self.genders.get(entity.name, "")

    def _genders(self, reading: "Reading") -> dict[str, str]:
        """What participles and nouns said of a person tell: « Wangari était une enfant », « la maire, X »."""
        found: dict[str, Counter[str]] = defaultdict(Counter)
        for rank, doc in enumerate(reading.docs):
            for token in doc:
                entity = self.at.get((rank, token.i))
                if entity is None or entity.type != "person":
                    continue
                for word in _said_of(token):
                    gender = nouns.gender_of(word) if parts.is_noun(word) else parts.feature(word, "Gender")
                    found[entity.name][gender] += 1
        return {name: best for name, counts in found.items() for best in [_only(counts)] if best}


def _only(counts: Counter[str]) -> str:
    """The gender that all the cues agree on."""
    kinds = [kind for kind in counts if kind]
    return kinds[0] if len(kinds) == 1 else ""


def _said_of(name: Token) -> Iterator[Token]:
    """The words that agree with a name: what it is, what it was made, the noun of person beside it."""
    head = name.head
    if name.dep_ in tree.SUBJECT and (tree.has_copula(head) or any(c.lemma_ == "être" for c in head.children)):
        yield head
    for word in (head, *tree.children(name, ("appos",))):
        if (name.dep_ in ("appos", "flat:name") or word != head) and nouns.type_of(word) == "person":
            yield word


def _beside_name(noun: Token, entity: "Entity") -> bool:
    """Whether a name that hangs from the noun is its holder's: no preposition between."""
    after = next((t for t in noun.doc[noun.i + 1 :] if t.text[:1].isupper()), None)
    if after is None:
        return False
    between = noun.doc[noun.i + 1 : after.i]
    return after.text in entity.name and (
        not len(between) or (between[-1].text == "," and not any(map(parts.is_verb, between)))
    )


def _topics(reading: "Reading") -> frozenset[str]:
    """The nouns and names that are subjects again and again."""
    subjects = (tree.subject_of(token) for doc in reading.docs for token in doc if parts.is_verb(token))
    counts = Counter(subject.lemma_ for subject in subjects if subject is not None and parts.is_noun(subject))
    return frozenset(lemma for lemma, count in counts.items() if count >= OFTEN)


def _named_span(token: Token) -> Span:
    """The noun phrase without the preposition before it and what a comma sets off."""
    whole = tree.span_of(token)
    marker = tree.marker_of(token)
    start = marker.end if marker is not None and whole.start <= marker.start < token.i else whole.start
    while start < token.i and (parts.is_coordinator(whole.doc[start]) or whole.doc[start].is_punct):
        start += 1
    end = max(core_end(whole.doc[start : whole.end]), token.i + 1)
    end = next((t.i for t in whole.doc[token.i + 1 : end] if parts.is_finite(t) and not _in_relative(t, token)), end)
    while end > token.i + 1 and whole.doc[end - 1].is_space:
        end -= 1
    return whole.doc[start:end]


def _in_relative(verb: Token, noun: Token) -> bool:
    """Whether a relative pronoun stands between noun and verb."""
    return any(map(parts.is_relative_pronoun, noun.doc[noun.i : verb.i]))


def _less(before: float, sure: float) -> float:
    """The chance of a pronoun whose antecedent is itself a pronoun: as sure as the least sure step, less a little."""
    return min(before, sure) - STEP if before < 1 else sure


def _place(token: Token) -> int:
    """Where the word stands in its clause; the subject of the main clause is the likeliest to be taken up."""
    if token.dep_ in tree.SUBJECT:
        return SUBJECT if token.head == token.sent.root else LOWER
    if token.dep_ in tree.OBJECT:
        return OBJECT
    return BESIDE if token.dep_ in tree.OBLIQUE and parts.is_verb(token.head) else INSIDE


def _is_nobody(pronoun: Token) -> bool:
    """« Il faut », « il existe », « il fallait »."""
    head = pronoun.head
    lacks = head.lemma_ == "manquer" and tree.object_of(head) is not None
    never = head.lemma_ in IMPERSONAL_VERBS | {"exister", "rester"}
    return tree.is_impersonal(head) or (plain(pronoun) == "il" and (never or lacks))


def _is_quoted(token: Token, sentence: "Sentence") -> bool:
    """Whether the word is somebody else's: in a quotation, or in one that goes on beyond the sentence."""
    text = token.doc.text
    if any(m.start() < token.idx < m.end() and len(m.group().split()) > FEWEST for m in QUOTED.finditer(text)):
        return True
    before = text[: token.idx]
    return "unbalanced" in sentence.marks and before.count("«") + before.count("“") > before.count("»") + before.count("”")


def _is_attribute(noun: Token) -> bool:
    """Whether the noun says what a subject is: « le gypaète est un vautour », « un ancien ministre »."""
    above = noun
    while tree.is_coordinated(above):
        above = above.head
    return tree.has_copula(above) or above.dep_ == "xcomp"


def _is_bare(noun: Token) -> bool:
    """« En famille », « fille d'institutrice », « Belle joueuse, elle »: a noun without article names nobody."""
    if parts.is_name(noun) or noun.ent_type_ or tree.determiner_of(noun) is not None or tree.is_coordinated(noun):
        return False
    return (nouns.number_of(noun) == "Sing" and noun.dep_ not in (*tree.SUBJECT, *tree.OBJECT)) or noun.i == noun.sent.start


def _within(mention: Mention, other: Mention) -> bool:
    """Whether one stands in the phrase of the other, or is said to be its own (« sa famille »)."""
    article = tree.determiner_of(mention.token)
    owned = article is not None and plain(article) in POSSESSIVE and mention.type not in MINDED
    inside = mention.token.doc is other.span.doc and other.span.start <= mention.token.i < other.span.end
    return (inside and (mention.type not in MINDED or other.type in MINDED)) or owned


def _needs_mind(pronoun: Token) -> bool:
    """Whether only somebody can do or be what the verb says: « il sourit », « elle est présidente »."""
    head = pronoun.head
    if _says(pronoun):
        return True
    if tree.has_copula(head):
        return parts.is_noun(head) and nouns.type_of(head) == "person"
    if tree.is_passive(head):
        return head.lemma_ in ("élire", "nommer", "arrêter", "condamner", "soigner", "embaucher", "licencier", "inviter")
    people = minded(head)
    return head.lemma_ in words("verbs", "person") or (people is not None and people >= SOMEBODY) or (
        head.lemma_ in words("verbs", "deeds") and (people is None or people >= ANYTHING)
    )


def _says(pronoun: Token) -> bool:
    """« … », raconte-t-il: whoever speaks."""
    return reporting.is_reporting(pronoun.head.lemma_) and pronoun.text.startswith("-")


def _announces(pronoun: Token) -> bool:
    """« Quand il revint, Paul … »: a pronoun before the main clause whose noun may be its own."""
    root = pronoun.sent.root
    subject = tree.subject_of(root)
    return (
        subject is not None
        and pronoun.head != root
        and subject.i > pronoun.i
        and parts.is_noun(subject)
        and nouns.number_of(subject) == PERSONAL[plain(pronoun)][1]
        and nouns.gender_of(subject) in (PERSONAL[plain(pronoun)][0], "")
    )


def main_subject(mentions: Iterable[Mention]) -> Mention | None:
    """The mention that a sentence is about."""
    return next((mention for mention in mentions if mention.place == SUBJECT), None)
