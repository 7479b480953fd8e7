"""Whom a text is speaking of: every noun, name and subject pronoun, in order, each with what it stands for.

A subject pronoun is given to the one thing that it can mean in the words before it: what agrees, what can do the deed,
what the sentence before was about. Where two are left it means nobody (Hobbs 1978; Grosz, Joshi and Weinstein 1995).
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from spacy.tokens import Span, Token

from quizgen.french import nouns, parts, tree
from quizgen.french.anaphora import PERSONAL, POSSESSIVE, plain
from quizgen.french.people import People
from quizgen.french.selection import minded
from quizgen.french.standing import (
    ANYTHING,
    LOWER,
    OBJECT,
    SUBJECT,
    announces,
    is_attribute,
    is_bare,
    is_nobody,
    named_span,
    needs_mind,
    own_words,
    place_of,
    says,
)

if TYPE_CHECKING:
    from quizgen.french.reading import Reading, Sentence

#: how sure a pronoun is: nothing else agrees; only what cannot be meant does; said further back
ALONE, NEARLY, FURTHER = 0.97, 0.93, 0.97
#: what each step of a chain of pronouns costs
STEP = 0.005
#: sentences back in which a person may be looked for
SCENE = 6
#: a noun that is so often a subject is what the text is about
OFTEN = 3
MINDED = frozenset(["person", "animal"])
NEVER = frozenset(["time", "quantity"])
#: parts of people, which a sentence is not about
BODY = frozenset("œil yeux main bras cheveu pied lèvre regard doigt jambe joue larme pas tête visage voix cœur".split())
#: marks of sentences in which somebody else may be speaking
ASIDE = frozenset(["speech", "quoted", "personal", "heading", "fragment"])
#: shares of people among the subjects of a verb, below which a thing may be meant where people are about
THINGS, FEW = 0.3, 0.25
SUBJECTS = frozenset(["il", "elle", "ils", "elles"])
DEFINITE = frozenset(["le", "la", "l'", "ce", "cet", "cette"])
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
        self.people = People(reading)
        self.often = _often_subjects(reading)
        #: the mentions of the sentences before, the last one last
        self.before: list[tuple[Sentence, list[Mention]]] = []

    def sentences(self) -> Iterator[tuple["Sentence", list[Mention]]]:
        """Each sentence with its mentions."""
        for sentence in self.reading.sentences:
            told: list[Mention] = []
            for token in own_words(sentence):
                mention = self._mention(token, sentence, told)
                if mention is not None:
                    told.append(mention)
            self.before.append((sentence, told))
            yield sentence, told

    def _mention(self, token: Token, sentence: "Sentence", told: list[Mention]) -> Mention | None:
        if parts.is_noun(token):
            return self._noun(token, sentence, told)
        subject = parts.is_pronoun(token) and token.dep_ in tree.SUBJECT and plain(token) in SUBJECTS
        return self._pronoun(token, sentence, told) if subject and not is_nobody(token) else None

    def _noun(self, token: Token, sentence: "Sentence", told: list[Mention]) -> Mention | None:
        """None for a part of a name, an apposition, what a subject is said to be: those are mentions already."""
        if tree.is_flat(token) or token.dep_ in tree.APPOSITION or is_attribute(token) or is_bare(token):
            return None
        if token.lemma_ in BODY:
            return None
        entity = self.people.of(token, sentence)
        number = nouns.number_of(token)
        kind = entity.type if entity is not None else nouns.type_of(token)
        gender = (self.people.gender(entity) if entity is not None else "") or nouns.gender_of(token)
        who = entity.name if entity is not None else f"{token.lemma_} {number}"
        mention = Mention(token, who, named_span(token), sentence.bounds, gender, number, kind, place_of(token))
        again = self._called_again(mention, told) if entity is None else None
        return replace(again, token=token, place=mention.place) if again is not None else mention

    def _called_again(self, mention: Mention, told: list[Mention]) -> Mention | None:
        """« Le jeune homme »: the one person whom the text has named lately."""
        article = tree.determiner_of(mention.token)
        if mention.token.lemma_ not in AGAIN or article is None or plain(article) not in DEFINITE:
            return None
        if any(parts.is_noun(child) or child.dep_ in tree.RELATIVE for child in mention.token.children):
            return None
        recent = [m for _, mentions in self.before[-SCENE:] for m in mentions] + told
        able = [m for m in recent if m.agrees(mention.gender, "Sing") and m.type == "person"]
        return able[-1] if len({m.who for m in able}) == 1 and parts.is_name(tree.head_within(able[-1].span)) else None

    def _pronoun(self, token: Token, sentence: "Sentence", told: list[Mention]) -> Mention:
        gender, number = PERSONAL[plain(token)]
        place = place_of(token)
        said = says(token) and not sentence.marks & {"speech", "heading"}
        found = self._taken_up(token, sentence, told) if said or not sentence.marks & ASIDE else None
        if found is None:
            return Mention(token, "", sentence.span, sentence.bounds, gender, number, "", place)
        return replace(found, token=token, gender=gender, place=place)

    def _taken_up(self, pronoun: Token, sentence: "Sentence", told: list[Mention]) -> Mention | None:
        """What the pronoun can only mean: in its own sentence and the one before it, else a person of the scene."""
        if announces(pronoun):
            return None
        gender, number = PERSONAL[plain(pronoun)]
        able = [m for m in told if m.agrees(gender, number) and m.type not in NEVER]
        if able and pronoun.head != sentence.span.root and len({m.who for m in able}) == 1 and able[-1].who:
            return replace(able[-1], chance=_less(able[-1].chance, ALONE)) if able[-1].place >= LOWER else None
        near = [*(self.before[-1][1] if self.before else ()), *told]
        if self.before and self.before[-1][0].marks & ASIDE - {"quoted"}:
            near = told
        found = self._winner(pronoun, near, gender, number)
        return found if found is not None or not needs_mind(pronoun) else self._in_scene(near, gender, number)

    def _winner(self, pronoun: Token, near: list[Mention], gender: str, number: str) -> Mention | None:
        mind = needs_mind(pronoun)
        able = [m for m in near if m.agrees(gender, number) and m.type not in NEVER]
        able = [m for m in able if not mind or m.type in nouns.ACTING or m.type in ("name", "")]
        able = [m for m in able if not says(pronoun) or m.type != "animal"]
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
        recent = [m for _, mentions in self.before[-SCENE:] for m in mentions]
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
            bodies = any(m.type == "institution" and m.place >= OBJECT for m in others)
            rivals = any(m.type in (*MINDED, "name", "") for m in others)
            return not bodies and not rivals and (mind or all(m.place < LOWER for m in others))
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


def _often_subjects(reading: "Reading") -> frozenset[str]:
    """The nouns and names that are subjects again and again."""
    subjects = (tree.subject_of(token) for doc in reading.docs for token in doc if parts.is_verb(token))
    counts = Counter(subject.lemma_ for subject in subjects if subject is not None and parts.is_noun(subject))
    return frozenset(lemma for lemma, count in counts.items() if count >= OFTEN)


def _less(before: float, sure: float) -> float:
    """The chance of a pronoun whose antecedent is itself a pronoun: as sure as the least sure step, less a little."""
    return min(before, sure) - STEP if before < 1 else sure


def _within(mention: Mention, other: Mention) -> bool:
    """Whether one stands in the phrase of the other, or is said to be its own (« sa famille »)."""
    article = tree.determiner_of(mention.token)
    owned = article is not None and plain(article) in POSSESSIVE and mention.type not in MINDED
    inside = mention.token.doc is other.span.doc and other.span.start <= mention.token.i < other.span.end
    return (inside and (mention.type not in MINDED or other.type in MINDED)) or owned


def main_subject(mentions: Iterable[Mention]) -> Mention | None:
    """The mention that a sentence is about."""
    return next((mention for mention in mentions if mention.place == SUBJECT), None)
