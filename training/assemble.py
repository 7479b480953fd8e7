"""Exported networks, vectors and lemma table -> the one pipeline that is shipped.

    python -m training.assemble training/work/reader training/work/vectors/pipeline training/work/train.spacy \\
        ../shared/data/text quizgen/french/model
"""

import argparse
import re
import shutil
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.vocab import Vocab

import quizgen.french.components  # noqa: F401  registers fr_quizgen
from quizgen.french.conjugation import third_persons
from quizgen.french.lemma_rules import INFINITIVES, LEMMA_TABLE, lemma_key
from training.evaluate import docs_in
from training.vectors import paragraphs

#: what stands before an infinitive, a pronoun between them or not
_INFINITIVE = re.compile(
    r"\b(?:pour|sans|peut|peuvent|peux|doit|doivent|dois|va|vais|vont|allait|faut|fallait|veut|veux|voulait|pouvait|devait"
    r"|pouvoir|vouloir|devoir|laisser|laissa|fit|fait|faire|à se|de se|à s['’]|de s['’]) "
    r"(?:(?:se|la|le|les|me|lui|leur|nous|vous|y|en|te) |[smtl]['’])?([a-zà-ÿœ]{2,}(?:er|ir|ïr|re))\b"
)

_META = {
    "name": "quizgen",
    "version": "2.0.0",
    "description": "French tagger, parser, lemmatiser and entity recogniser of quizgen",
    "license": "LGPL-LR AND CC-BY-SA-4.0 AND CC-BY-SA-3.0 AND CC-BY-4.0",
    "author": "quizgen",
}

_WORD = re.compile(r"\b[a-zà-ÿœ]{3,}\b")
_FORMS = ("ait", "é", "ant", "a", "aient", "èrent", "ée", "eait", "eant", "ea", "ons")


def main() -> None:
    """Write the assembled pipeline into the folder `out`, beside the model card and licence that stand there."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("reader", "vectors", "corpus", "text", "out"):
        parser.add_argument(name, type=Path)
    args = parser.parse_args()
    nlp = assemble(args.reader, args.vectors)
    verbs = infinitives(args.text, args.corpus, nlp.vocab)
    nlp.vocab.lookups.add_table(INFINITIVES, dict.fromkeys(sorted(verbs), True))
    nlp.vocab.lookups.add_table(LEMMA_TABLE, verb_forms(verbs) | lemma_table(args.corpus, nlp.vocab))
    nlp.meta.update(_META)
    for stale in (path for path in args.out.glob("*") if path.is_dir()):
        shutil.rmtree(stale)
    nlp.to_disk(args.out)


def assemble(reader: Path, vectors: Path) -> Language:
    """Return the pipeline: our small components before and after the reader of the folder `reader`."""
    with_vectors = spacy.load(vectors)
    nlp = spacy.blank("fr_quizgen")
    nlp.vocab.vectors = with_vectors.vocab.vectors
    for name in ("sentence_limits", "fold_spaces", "reader", "known_lemmas", "unfold_spaces"):
        nlp.add_pipe(name)
    nlp.get_pipe("reader").from_disk(reader)  # type: ignore[attr-defined]
    return nlp


def infinitives(text: Path, corpus: Path, vocab: Vocab) -> set[str]:
    """Return the infinitives of the treebanks, and those that running text bears witness to.

    In -er where three of its other forms are met (« parlait, parlant, parlé »), else where it stands thrice after
    « pour », « peut », « va » …; none that the treebanks know as another word.
    """
    met: Counter[str] = Counter()
    words: set[str] = set()
    for paragraph in paragraphs(text):
        met.update(_INFINITIVE.findall(paragraph))
        words.update(_WORD.findall(paragraph))
    regular = {w for w in words if w.endswith("er") and len(w) > 4 and sum(w[:-2] + end in words for end in _FORMS) > 2}
    tags: dict[str, Counter[str]] = defaultdict(Counter)
    for doc in docs_in(corpus, vocab):
        for token in doc:
            tags[token.lower_]["verb" if "VerbForm=Inf" in str(token.morph) else "other"] += 1
    known = {form for form, counts in tags.items() if counts["verb"]}
    return known | {form for form in regular | {f for f, n in met.items() if n > 2} if not tags[form]["other"]}


def verb_forms(verbs: Iterable[str]) -> dict[str, str]:
    """Return the lemma of every third person that only one of `verbs` has, by its key in the lemma table."""
    of_form: dict[str, set[str]] = defaultdict(set)
    for verb in verbs:
        for form in third_persons(verb):
            of_form[form].add(verb)
    return {lemma_key(form, "VERB"): min(lemmas) for form, lemmas in of_form.items() if len(lemmas) == 1}


def lemma_table(corpus: Path, vocab: Vocab) -> dict[str, str]:
    """Return the lemma of every word form that the treebanks lemmatise in one way under one tag."""
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for doc in docs_in(corpus, vocab):
        for token in doc:
            seen[lemma_key(token.text, token.pos_)][token.lemma_] += 1
    return {key: lemmas.most_common(1)[0][0] for key, lemmas in seen.items() if len(lemmas) == 1}


if __name__ == "__main__":
    main()
