"""Definite descriptions of people that the article names: « le capitaine » is Crochemolle, « la cinéaste » Abadie.

Narrow on purpose. A description joins a person where its noun is one that the article gave to that person alone, or
where it is the maker's of a named work and one single person stands beside that work before.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from spacy.tokens import Span, Token

from quizgen.french import beside, parts, tree
from quizgen.french.name_words import named_by, plain, words

if TYPE_CHECKING:
    from spacy.tokens import Doc

ARTICLES = frozenset(["le", "la", "l'", "cet", "cette", "ce"])
#: a description by document and the text of the name it stands for
Described = tuple[int, Span, str]


def described(docs: "Iterable[Doc]", people: dict[str, str], works: frozenset[str]) -> Iterator[Described]:
    """Each description that is certainly one of the people: its document's rank, its words, the person's full name.

    `people` maps every way of writing a person to the full name; `works` are the names that are no one's.
    """
    kept = list(docs)
    owners, known = _owners(kept, people), {span for doc in kept for span in doc.ents}
    makers = _makers(kept, people, works)
    for rank, doc in enumerate(kept):
        for token in doc:
            phrase = _description(token)
            if phrase is None or any(_beside(phrase, name) for name in known if name.doc is doc):
                continue
            made = [name.text for name in doc.ents if phrase.start <= name.start < phrase.end]
            holders = {makers[name] for name in made if name in makers} if made else owners.get(_key(token), set())
            if len(holders - {""}) == len(holders) == 1 and (not made or _key(token) in words("beside", "makers")):
                yield rank, phrase, next(iter(holders))


def _description(token: Token) -> Span | None:
    """The phrase of a noun of person behind « le », « la », « ce », in the singular, up to its last complement."""
    if not parts.is_noun(token) or not token.is_lower or named_by(token) != "person":
        return None
    doc, start = token.doc, token.i - 1
    while start > token.sent.start and parts.is_adjective(doc[start]) and start > token.i - 3:
        start -= 1
    if start < token.sent.start or plain(doc[start].text) not in ARTICLES:
        return None
    end = token.i + 1
    while end < len(doc) and parts.is_adjective(doc[end]) and doc[end].head == token:
        end += 1
    made = next((name for name in doc.ents if name.start == end + 1), None)
    if made is not None and plain(doc[end].text) in ("de", "d'", "du", "des"):
        end = made.end
    return doc[start:end]


def _beside(phrase: Span, name: Span) -> bool:
    """Whether a name stands right after or before the phrase, a comma at most between: it says who that is."""
    doc = phrase.doc
    after = phrase.end + (phrase.end < len(doc) and doc[phrase.end].text == ",")
    before = name.end + (name.end < len(doc) and doc[name.end].text == ",")
    return name.start == after or before == phrase.start


def _key(noun: Token) -> str:
    return plain(noun.lemma_)


def _owners(docs: "list[Doc]", people: dict[str, str]) -> dict[str, set[str]]:
    """Noun of person -> full names of those to whom the article gives it, "" for somebody it does not name."""
    found: dict[str, set[str]] = defaultdict(set)
    for doc in docs:
        given: set[int] = set()
        for name in doc.ents:
            for noun in _nouns(name) if name.text in people else ():
                found[_key(noun)].add(people[name.text])
                given.add(noun.i)
        for token in doc:
            if token.i not in given and parts.is_noun(token) and token.is_lower and _is_another(token):
                found[_key(token)].add("")
    return found


def _nouns(name: Span) -> Iterator[Token]:
    finders = (beside.noun_before, beside.noun_after, beside.noun_introducing, beside.noun_said)
    for noun in (finder(name) for finder in finders):
        if noun is not None and parts.is_noun(noun):
            yield noun


def _is_another(noun: Token) -> bool:
    """Whether the noun is said of somebody else: « un maire », « les maires », « son maire »."""
    article = tree.determiner_of(noun)
    return article is None or plain(article.text) not in ARTICLES


def _makers(docs: "list[Doc]", people: dict[str, str], works: frozenset[str]) -> dict[str, str]:
    """Work -> the one person in the sentences that name it outside a description."""
    found: dict[str, set[str]] = defaultdict(set)
    for doc in docs:
        for sentence in doc.sents:
            names = [name.text for name in sentence.ents]
            persons = {people[name] for name in names if name in people}
            for work in (name for name in names if name in works and persons):
                found[work] |= persons
    return {work: next(iter(persons)) for work, persons in found.items() if len(persons) == 1}
