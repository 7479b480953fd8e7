"""The small pipeline components around the trained ones: sentence limits, odd white space, known lemmas."""

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, LEMMA, MORPH, POS, SENT_START, TAG
from spacy.language import Language
from spacy.symbols import SPACE
from spacy.tokens import Doc, Token

import quizgen.french.reader  # noqa: F401  registers the reader
from quizgen.french.doubts import DOUBTS, doubts_of
from quizgen.french.lemma_rules import LEMMA_TABLE, lemma_key
from quizgen.french.sentences import preset

_UNFOLDED = "quizgen_unfolded"
_LABELS = [TAG, POS, MORPH, LEMMA, ENT_IOB, ENT_TYPE]
_TREE = [HEAD, DEP]
_OUTSIDE, _INSIDE = 2, 1  # spaCy's codes for ENT_IOB


@Language.component("sentence_limits")
def sentence_limits(doc: Doc) -> Doc:
    """Decide before the parser where a sentence starts and where none does; what stays open is the parser's."""
    preset(doc)
    return doc


@Language.component("fold_spaces")
def fold_spaces(doc: Doc) -> Doc:
    """Hide the white-space tokens from the trained components, which never met any.

    A no-break space or a tab is then to them what an ordinary space is; `unfold_spaces` must come last.
    """
    kept = [token for token in doc if not token.is_space]
    if not kept or len(kept) == len(doc):
        return doc
    folded = Doc(
        doc.vocab,
        words=[token.text for token in kept],
        spaces=[_space_follows(token) for token in kept],
        sent_starts=[token.is_sent_start for token in kept],
        user_data=doc.user_data,
    )
    folded.user_data[_UNFOLDED] = doc
    return folded


@Language.component("unfold_spaces")
def unfold_spaces(doc: Doc) -> Doc:
    """Carry the annotation back to the document with white-space tokens, whose text is the original text.

    A white-space token is SPACE, depends as `dep` on its left neighbour and lies in an entity that goes on.
    """
    whole: Doc | None = doc.user_data.pop(_UNFOLDED, None)
    if whole is None:
        return doc
    place = np.array([token.i for token in whole if not token.is_space], dtype=np.int64)
    doubts = doubts_of(doc)
    if doubts is not None:
        doubts.spread(place)
        whole.user_data[DOUBTS] = doubts
    attrs = _LABELS + (_TREE if doc.has_annotation("DEP") else [SENT_START])
    values: NDArray[Any] = np.zeros((len(whole), len(attrs)), dtype=np.uint64)
    values[place] = doc.to_array(attrs)
    if DEP in attrs:
        heads = np.array([token.head.i for token in doc])
        values[place, attrs.index(HEAD)] = (place[heads] - place).astype(np.uint64)
    for index, row in _white_space_rows(whole, doc, place, attrs):
        values[index] = row
    return whole.from_array(attrs, values)  # type: ignore[arg-type]  # its protocol wants lists, it takes arrays


@Language.component("known_lemmas")
def known_lemmas(doc: Doc) -> Doc:
    """Give a word that the treebanks know under its tag the lemma they give it. Stands after the lemmatiser."""
    if not doc.vocab.lookups.has_table(LEMMA_TABLE):
        return doc
    table = doc.vocab.lookups.get_table(LEMMA_TABLE)
    for token in doc:
        lemma = table.get(lemma_key(token.text, token.pos_))
        if lemma is not None:
            token.lemma_ = lemma
    return doc


def _space_follows(token: Token) -> bool:
    following = token.i + 1
    return bool(token.whitespace_) or (following < len(token.doc) and token.doc[following].is_space)


def _white_space_rows(
    whole: Doc, folded: Doc, place: NDArray[Any], attrs: list[int]
) -> Iterator[tuple[int, NDArray[Any]]]:
    dep = whole.vocab.strings.add("dep")
    with_entities = folded.has_annotation("ENT_IOB")
    for token in whole:
        if not token.is_space:
            continue
        right = int(np.searchsorted(place, token.i))
        inside = right < len(folded) and folded[right].ent_iob_ == "I"
        cells = {
            POS: SPACE,
            LEMMA: token.orth,
            DEP: dep,
            HEAD: -1 if right else int(place[0]) - token.i,
            ENT_IOB: (_INSIDE if inside else _OUTSIDE) if with_entities else 0,
            ENT_TYPE: folded[right].ent_type if inside else 0,
        }
        row = np.array([cells.get(attr, 0) % 2**64 for attr in attrs], dtype=np.uint64)
        yield token.i, row
