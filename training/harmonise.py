"""Bringing Sequoia, GSD, PUD and FQB to one set of labels, features and lemmas (those of Sequoia)."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from training.conllu import Surface, Word
from training.features import features_of, tag_of

LABELS = {
    "root": "ROOT",
    "obj:lvc": "obj",
    "parataxis:insert": "parataxis",
    "parataxis:parenth": "parataxis",
    "dep:comp": "dep",
    "nsubj:outer": "nsubj",
    "iobj:agent": "iobj",
    "csubj:pass": "csubj",
    "flat": "flat:name",
    "compound": "nmod",
    "nmod:appos": "appos",
    "goeswith": "dep",
    "orphan": "dep",
    "reparandum": "dep",
    "aux": "aux:tense",
    "discourse": "advmod",
}
# PUD and FQB lemmatise every personal pronoun as « il »; Sequoia and GSD use the stressed form.
_STRESSED = {
    "il": "lui", "elle": "lui", "le": "lui", "la": "lui", "l'": "lui", "lui": "lui",
    "ils": "eux", "elles": "eux", "les": "eux", "eux": "eux", "leur": "leur",
    "je": "moi", "j'": "moi", "me": "moi", "m'": "moi", "moi": "moi",
    "tu": "toi", "te": "toi", "t'": "toi", "toi": "toi",
    "nous": "nous", "vous": "vous", "se": "soi", "s'": "soi", "soi": "soi", "on": "on",
}  # fmt: skip
_SUBTLE = ("obl:arg", "obl:mod")


@dataclass(frozen=True)
class Harmoniser:
    """Decisions learnt from Sequoia and GSD that PUD's and FQB's coarser labels need."""

    by_verb: Counter[tuple[str, str, str]]
    by_preposition: Counter[tuple[str, str]]
    reflexive: Counter[tuple[str, str]]

    @classmethod
    def learn(cls, sentences: Iterable[list[Surface]]) -> "Harmoniser":
        """Count which oblique is an argument after which verb, and which reflexive verb has « se » as object."""
        learnt = cls(Counter(), Counter(), Counter())
        for sentence in sentences:
            words = words_of(sentence)
            for word in words.values():
                learnt._count(word, words)
        return learnt

    def _count(self, word: Word, words: dict[int, Word]) -> None:
        governor = words.get(word.head)
        if governor is None:
            return
        if word.deprel in _SUBTLE:
            preposition = _preposition(word, words)
            self.by_verb[governor.lemma, preposition, word.deprel] += 1
            self.by_preposition[preposition, word.deprel] += 1
        elif word.lemma == "soi" and word.deprel in ("obj", "expl:pv"):
            self.reflexive[governor.lemma, word.deprel] += 1

    def oblique(self, word: Word, words: dict[int, Word]) -> str:
        """Return obl:agent, obl:arg or obl:mod for a word that its treebank calls plain obl."""
        if _is_agent(word, words):
            return "obl:agent"
        verb, preposition = words[word.head].lemma, _preposition(word, words)
        as_argument = self.by_verb[verb, preposition, "obl:arg"]
        as_modifier = self.by_verb[verb, preposition, "obl:mod"]
        if not as_argument + as_modifier:
            as_argument = self.by_preposition[preposition, "obl:arg"]
            as_modifier = self.by_preposition[preposition, "obl:mod"]
        return "obl:arg" if as_argument > as_modifier else "obl:mod"

    def apply(self, word: Word, words: dict[int, Word], treebank: str) -> Word:
        """Return `word` under the common label, features and lemma."""
        pronoun = word.upos == "PRON"
        form = word.form.lower().replace("’", "'").removeprefix("-t-").removeprefix("-")
        # FQB writes « près_de » for the lemma of « près » in « près de ».
        lemma = word.lemma.split("_")[0] or _lemma_of_unknown(word)
        if pronoun and treebank in ("pud", "fqb") and word.feats.get("PronType") == "Prs":
            lemma = _STRESSED.get(form, lemma)
        tag = tag_of(word, treebank)
        children = {child.deprel for child in words.values() if child.head == word.id}
        return replace(
            word,
            lemma=lemma,
            upos=tag,
            feats=features_of(replace(word, lemma=lemma, upos=tag), form, children),
            deprel="det" if tag == "DET" and word.upos == "ADJ" else self._label(word, words, treebank),
        )

    def _label(self, word: Word, words: dict[int, Word], treebank: str) -> str:
        label = word.deprel
        if label == "obl" and word.head:
            label = self.oblique(word, words)
        if word.lemma == "le/lui" and label == "expl:comp":
            label = "expl:pv"
        if word.lemma == "se" and treebank == "pud" and label == "obj":
            verb = words[word.head].lemma
            label = "obj" if self.reflexive[verb, "obj"] > self.reflexive[verb, "expl:pv"] else "expl:pv"
        return LABELS.get(label, label)


def words_of(sentence: Iterable[Surface]) -> dict[int, Word]:
    """Return the words of a sentence by their id."""
    return {word.id: word for surface in sentence for word in surface.words}


def _preposition(word: Word, words: dict[int, Word]) -> str:
    return next((w.lemma for w in words.values() if w.head == word.id and w.deprel == "case"), "-")


def _is_agent(word: Word, words: dict[int, Word]) -> bool:
    """« par » under a passive: the verb has a passive auxiliary or subject, or is a bare participle."""
    verb = words.get(word.head)
    if verb is None or _preposition(word, words) != "par":
        return False
    labels = {w.deprel for w in words.values() if w.head == verb.id}
    if labels & {"aux:pass", "nsubj:pass"}:
        return True
    participle = verb.upos in ("VERB", "ADJ") and verb.feats.get("VerbForm") == "Part"
    return participle and not labels & {"aux:tense", "aux"}


def _lemma_of_unknown(word: Word) -> str:
    return word.form if word.upos == "PROPN" else word.form.lower()
