"""The names of an article: one label a name over the whole text, and which of them may be the same."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING

from quizgen.french import reporting, tree
from quizgen.french.nouns import ENTITY_TYPES

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

FUNCTION_WORDS = frozenset(
    [
        "le",
        "la",
        "les",
        "un",
        "une",
        "des",
        "du",
        "de",
        "ce",
        "cette",
        "ces",
        "il",
        "elle",
        "ils",
        "elles",
        "on",
        "en",
        "à",
        "au",
        "aux",
        "et",
        "ou",
        "mais",
        "selon",
        "dans",
        "par",
        "pour",
    ]
)


#: verbs whose subject is somebody: a name that is their subject is a person's or an institution's
DEEDS = frozenset(
    [
        "accuser",
        "acheter",
        "ajouter",
        "appeler",
        "assurer",
        "autoriser",
        "choisir",
        "condamner",
        "confier",
        "continuer",
        "contester",
        "convoquer",
        "critiquer",
        "décider",
        "dénoncer",
        "déposer",
        "dévoiler",
        "diffuser",
        "embaucher",
        "engager",
        "enquêter",
        "espérer",
        "exiger",
        "fabriquer",
        "fonder",
        "interdire",
        "investir",
        "lancer",
        "licencier",
        "offrir",
        "ouvrir",
        "poursuivre",
        "présenter",
        "promettre",
        "proposer",
        "protester",
        "publier",
        "racheter",
        "reconnaître",
        "recruter",
        "refuser",
        "rejeter",
        "remercier",
        "réclamer",
        "saluer",
        "signer",
        "souhaiter",
        "soutenir",
        "suspendre",
        "tenter",
        "vendre",
        "verser",
        "voter",
        "vouloir",
    ]
)


def settle(docs: "Iterable[Doc]") -> None:
    """Give each name one label in all its mentions, labelled or not; one that acts unlabelled is an institution."""
    from spacy.tokens import Span
    from spacy.util import filter_spans

    kept = list(docs)
    for token in (token for doc in kept for token in doc):
        tree.mend_name(token)
        tree.mend_mood(token)
    labels = _majority(kept)
    for doc in kept:
        for token in doc:
            if tree.is_name(token) and not token.ent_type_ and _acts(token) and len(token.text) > 2:
                labels.setdefault(token.text, "ORG")
    for doc in kept:
        found = [Span(doc, e.start, e.end, label=labels.get(e.text, e.label_)) for e in doc.ents]
        found += [
            Span(doc, t.i, t.i + 1, label=labels[t.text])
            for t in doc
            if tree.is_name(t) and not t.ent_type_ and t.text in labels
        ]
        doc.ents = filter_spans(found)


def _acts(token: "Token") -> bool:
    return token.dep_ in tree.SUBJECT and (token.head.lemma_ in DEEDS or reporting.is_reporting(token.head.lemma_))


def _majority(docs: "Iterable[Doc]") -> dict[str, str]:
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for doc in docs:
        for entity in doc.ents:
            acting = any(_acts(token) for token in entity)
            label = (
                "ORG"
                if (entity.label_ in ("MISC", "LOC") and acting) or (entity.label_ == "PER" and entity.text.isupper())
                else entity.label_
            )
            counts[entity.text][label] += 1 + acting
    return {name: labels.most_common(1)[0][0] for name, labels in counts.items() if name[:1].isupper()}


def consistent(docs: Iterable["Doc"]) -> dict[str, tuple[str, ...]]:
    """Type -> names in the order of their first mention; a name has the label most of its mentions have."""
    labels: dict[str, Counter[str]] = defaultdict(Counter)
    for doc in docs:
        for entity in doc.ents:
            name = entity.text.strip()
            if name and name[0].isupper() and name.lower() not in FUNCTION_WORDS:
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
