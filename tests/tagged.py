"""Small documents written by hand: « le studio Luminex/PROPN/PER a/AUX dormi/VERB:dormir . »."""

from itertools import pairwise

from parses import vocabulary
from spacy.tokens import Doc

PLACES = {
    "DET": "le la les l' un une des son sa ce cette leur",
    "ADP": "à en de d' du chez selon près au aux dans vers",
    "PUNCT": ", . ( ) « » : ; ?",
    "CCONJ": "et ou mais",
    "PRON": "qui il elle où",
}
TAGS = {word: tag for tag, words in PLACES.items() for word in words.split()}


def tagged(text: str) -> Doc:
    """A document of words « form/TAG:lemma/LABEL »; what is left out is guessed.

    Capitals are proper nouns, other words nouns. A sentence ends at « . »; its verb is the root, the last noun before
    it its subject, or the first name after it where there is neither noun nor pronoun; an article hangs from the next
    noun.
    """
    cells = [[*word.split("/"), "", ""][:3] for word in text.split()]
    words = [cell[0] for cell in cells]
    tags = [_tag(word, tag.partition(":")[0]) for word, tag, _ in cells]
    lemmas = [tag.partition(":")[2] or word.lower() for word, tag, _ in cells]
    heads, deps = _tree(words, tags)
    return Doc(
        vocabulary(),
        words=words,
        spaces=[_spaced(word, following) for word, following in pairwise([*words, ""])],
        pos=tags,
        lemmas=lemmas,
        heads=heads,
        deps=deps,
        ents=_labels([cell[2] for cell in cells]),
    )


def _tag(word: str, given: str) -> str:
    return given or TAGS.get(word.lower()) or ("PROPN" if word[0].isupper() else "NOUN")


def _spaced(word: str, following: str) -> bool:
    return not word.endswith("'") and following not in (",", ".", ")", "") and word != "("


def _labels(given: list[str]) -> list[str]:
    """BIO tags: a label goes on over the words that have it side by side."""
    return [
        "O" if not label else f"I-{label}" if i and given[i - 1] == label else f"B-{label}"
        for i, label in enumerate(given)
    ]


def _tree(words: list[str], tags: list[str]) -> tuple[list[int], list[str]]:
    heads, deps, start = [0] * len(words), ["dep"] * len(words), 0
    for end in [i + 1 for i, word in enumerate(words) if word == "."] or [len(words)]:
        verbs = [i for i in range(start, end) if tags[i] == "VERB"]
        root = verbs[0] if verbs else start
        for i in range(start, end):
            heads[i] = root
        deps[root] = "ROOT"
        if verbs:
            before = [i for i in range(start, root) if tags[i] in ("PROPN", "NOUN")]
            spoken = any(tags[i] == "PRON" for i in range(start, root))
            after = [i for i in range(root + 1, end) if tags[i] == "PROPN" and not spoken]
            for i in before[-1:] or after[:1]:
                deps[i] = "nsubj"
        for i in range(start, end):
            noun = next((j for j in range(i + 1, end) if tags[j] in ("PROPN", "NOUN")), None)
            if tags[i] == "DET" and noun is not None:
                heads[i], deps[i] = noun, "det"
        start = end
    return heads, deps
