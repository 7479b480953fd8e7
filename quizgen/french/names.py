"""The names of an article: who and what they are, one type a name over the whole text, and which are the same."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizgen.french import aliases, mending, nouns
from quizgen.french.cues import votes
from quizgen.french.descriptions import described
from quizgen.french.mentions import mentions
from quizgen.french.name_words import plain, words
from quizgen.french.nouns import ENTITY_TYPES

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

LABELS = {kind: label for label, kind in ENTITY_TYPES.items()}
#: what the model's labels of a name weigh against the cues: all its mentions together, and a little more for many
MODEL, AGAIN = 2.0, 0.25
#: against a person for a name of one word that no full name holds, where the article gives full names
ALONE = 1.0
Place = tuple[int, int, int]
Scores = dict[str, float]


@dataclass(frozen=True)
class Entity:
    """Somebody or something that an article names: its fullest name, its type, where it stands, its gender if known.

    `type` is person, institution, place or name (a work, a product, an event). `mentions` are (paragraph, start, end)
    with half-open character offsets in the paragraph's document; `aliases` are all the ways it is written. `sure` is
    the share of its best type among the cues for any, 0..1.
    """

    name: str
    type: str
    mentions: tuple[Place, ...]
    aliases: tuple[str, ...]
    descriptions: tuple[Place, ...] = ()
    gender: str = ""
    sure: float = 0.0


def settle(docs: "Iterable[Doc]") -> None:
    """Write the names of the article into `doc.ents`: each found in all its mentions, with one label."""
    from spacy.tokens import Span

    kept = list(docs)
    for token in (token for doc in kept for token in doc):
        mending.mend_name(token)
        mending.mend_mood(token)
        mending.mend_noun(token)
    for doc in kept:
        mending.mend_subjects(doc)
    found = mentions(kept)
    types = {text: kind for group in _groups(found) for text in group.texts for kind in [group.type]}
    for doc, spans in zip(kept, found, strict=True):
        doc.ents = [
            Span(doc, span.start, span.end, label=LABELS[types[span.text]]) for span in spans if types[span.text]
        ]


def entities(docs: "Iterable[Doc]") -> tuple[Entity, ...]:
    """The entities of settled documents, in the order of their first mention."""
    kept = list(docs)
    groups = [group for group in _groups([list(doc.ents) for doc in kept]) if group.type]
    people = {text: group.texts[0] for group in groups if group.type == "person" for text in group.texts}
    works = frozenset(text for group in groups if group.type != "person" for text in group.texts)
    said: dict[str, list[Place]] = defaultdict(list)
    for rank, phrase, full in described(kept, people, works):
        said[full].append((rank, phrase.start_char, phrase.end_char))
    return tuple(_entity(group, tuple(said[group.texts[0]])) for group in groups)


@dataclass(frozen=True)
class _Group:
    """The mentions of one entity, with the rank of their document."""

    texts: tuple[str, ...]
    type: str
    sure: float
    places: "tuple[tuple[int, Span], ...]"


def _groups(found: "list[list[Span]]") -> list[_Group]:
    places: dict[str, list[tuple[int, Span]]] = defaultdict(list)
    for rank, spans in enumerate(found):
        for span in spans:
            places[span.text].append((rank, span))
    own = {text: scores([span for _, span in each]) for text, each in places.items()}
    names = [
        aliases.Name(text, best(own[text])[0], first, _title_gender([span for _, span in each]))
        for first, (text, each) in enumerate(places.items())
    ]
    full_names = any(name.type == "person" and len(name.parts) > 1 for name in names)
    clusters: dict[str, list[str]] = defaultdict(list)
    for text, full in aliases.joined(names).items():
        clusters[full].append(text)
    return [_group(full, texts, places, full_names) for full, texts in clusters.items()]


def _group(full: str, texts: list[str], places: "dict[str, list[tuple[int, Span]]]", full_names: bool) -> _Group:
    all_places = [place for text in texts for place in places[text]]
    found = scores([span for _, span in all_places])
    if full_names and len(full.split()) == 1 and full not in nouns.first_names():
        found["person"] = found.get("person", 0.0) - ALONE
    kind, sure = best(found)
    return _Group(tuple(sorted(texts, key=lambda text: text != full)), kind, sure, tuple(all_places))


def scores(spans: "list[Span]") -> Scores:
    """Type -> what speaks for it: the model's labels, and each sort of cue once, a little more where it comes again."""
    found: Scores = defaultdict(float)
    labelled = [(ENTITY_TYPES[span.label_], 1.0 + 0.5 * (len(span) > 1)) for span in spans if span.label_]
    for kind, weight in labelled:
        found[kind] += MODEL * weight / sum(each for _, each in labelled)
    cues: dict[tuple[str, str], list[float]] = defaultdict(list)
    for span in spans:
        for cue, kind, weight in votes(span):
            cues[cue, kind].append(weight)
    for (_, kind), weights in cues.items():
        found[kind] += max(weights, key=abs) * (1 + AGAIN * min(3, len(weights) - 1))
    return found


def best(found: Scores) -> tuple[str, float]:
    """The type with the highest score, and its share of all that speaks for any; ("", 0) where nothing does."""
    kind, score = max(found.items(), key=lambda item: item[1], default=("", 0.0))
    return (kind, score / sum(each for each in found.values() if each > 0)) if score > 0 else ("", 0.0)


def _entity(group: _Group, descriptions: tuple[Place, ...]) -> Entity:
    places = sorted(group.places, key=lambda place: (place[0], place[1].start))
    return Entity(
        group.texts[0],
        group.type,
        tuple((rank, span.start_char, span.end_char) for rank, span in places),
        group.texts,
        descriptions,
        gender=_gender(group),
        sure=round(group.sure, 3),
    )


def _gender(group: _Group) -> str:
    spans = [span for _, span in group.places]
    if group.type == "person":
        return _title_gender(spans) or next(filter(None, (nouns.first_names().get(s[0].text, "") for s in spans)), "")
    articles = Counter(plain(span.doc[span.start - 1].text) for span in spans if span.start)
    if articles["la"] != articles["le"]:
        return "Fem" if articles["la"] > articles["le"] else "Masc"
    return ""


def _title_gender(spans: "list[Span]") -> str:
    """The gender that a title or a noun before one of the mentions gives."""
    for span in spans:
        before = plain(span.doc[span.start - 1].text) if span.start else ""
        for gender, listed in (("Masc", "masculine"), ("Fem", "feminine")):
            if before in words("titles", listed):
                return gender
    return ""


def consistent(docs: "Iterable[Doc]") -> dict[str, tuple[str, ...]]:
    """Type -> names in the order of their first mention; a name has the label most of its mentions have."""
    labels: dict[str, Counter[str]] = defaultdict(Counter)
    for doc in docs:
        for entity in doc.ents:
            name = entity.text.strip()
            if name and name[0].isupper() and plain(name) not in words("function", "words"):
                labels[name][ENTITY_TYPES.get(entity.label_, "thing")] += 1
    found: dict[str, list[str]] = defaultdict(list)
    for name, counts in labels.items():
        found[counts.most_common(1)[0][0]].append(name)
    return {kind: tuple(names) for kind, names in found.items()}


def may_be_same(a: str, b: str) -> bool:
    """Whether two names may stand for one: they share a capitalised word (« Tyler Perry », « Perry ») or an acronym."""
    words_a, words_b = (
        {w.strip(",.'’").lower() for w in text.replace("’", "'").replace("'", " ").split() if w[:1].isupper()}
        for text in (a, b)
    )
    initials_a, initials_b = ("".join(w[0] for w in text.split() if w[:1].isupper()) for text in (a, b))
    return (
        bool(words_a & words_b)
        or a in b
        or b in a
        or (len(a) > 1 and a == initials_b)
        or (len(b) > 1 and b == initials_a)
    )
