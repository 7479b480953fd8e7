"""Who the named people of an article are, word by word, and whether « il » or « elle » may stand for them."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from spacy.tokens import Token

from quizgen.french import nouns, parts, tree

if TYPE_CHECKING:
    from quizgen.french.names import Entity
    from quizgen.french.reading import Reading, Sentence


class People:
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
        beside = tree.children(token, tree.BESIDE_NOUN)
        named = (self.at.get((sentence.paragraph, child.i)) for child in beside)
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
    for word in (head, *tree.children(name, tree.APPOSITION)):
        if (name.dep_ in tree.NAMING or word != head) and nouns.type_of(word) == "person":
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
