"""Words of the text that have a sure relative or a sure opposite: one word of the text only may answer."""

from collections import defaultdict
from collections.abc import Iterator

from spacy.tokens import Token

from quizgen.french import parts, tree
from quizgen.french.antonyms import antonym
from quizgen.french.conjugation import third_persons
from quizgen.french.facts import Fact, Slot
from quizgen.french.families import family
from quizgen.french.reading import Reading, Sentence

#: words of its class among which a word is looked for, at least
CHOICE = 4
#: words of a sentence in which a word is worth looking for
FEWEST_WORDS = 9
ELEMENTARY = frozenset(
    "petit grand bon mauvais jeune vieux nouveau ancien premier dernier haut bas fort faible long court beau laid "
    "gros mince chaud froid facile difficile vrai faux plein vide riche pauvre léger lourd noir blanc".split()
)
COLOURS = frozenset("bleu rouge vert jaune gris noir blanc brun rose violet".split())
POS_NAMES = {"NOUN": "nom", "VERB": "verbe", "ADJ": "adjectif", "ADV": "adverbe"}
THE = {"NOUN": "le nom", "VERB": "le verbe", "ADJ": "l'adjectif", "ADV": "l'adverbe"}


def vocabulary_facts(reading: Reading) -> Iterator[Fact]:
    """Facts « family » (word, relative) and « opposite » (word, antonym), each word the only one that answers."""
    places: dict[tuple[str, str], list[tuple[Token, Sentence]]] = defaultdict(list)
    lemmas: set[str] = set()
    for sentence in reading.sentences:
        for token in sentence.span:
            lemmas.add(token.lemma_.lower())
            if token.pos_ in POS_NAMES and token.is_alpha and not token.ent_type_ and len(token.text) > 3:
                places[token.lemma_.lower(), token.pos_].append((token, sentence))
    for (lemma, pos), found in places.items():
        token, sentence = found[0]
        if len(found) > 1 or sentence.marks - {"personal", "quoted", "exclamation"} or not _whole(token, pos):
            continue
        yield from _relatives(lemma, pos, token, sentence, lemmas)
        opposite = antonym(lemma, pos)
        fits = opposite is not None and opposite not in lemmas and pos == "ADJ" and _follows_its_noun(token)
        if opposite is not None and fits and _worth_asking(lemma, opposite):
            yield _fact("opposite", token, sentence, pos, opposite, pos)


def _worth_asking(lemma: str, opposite: str) -> bool:
    """Whether the pair is neither a child's (« petit », « grand ») nor told by its form (« connu », « inconnu »)."""
    derived = lemma[-4:] == opposite[-4:] or lemma in opposite or opposite in lemma
    return not derived and not {lemma, opposite} & ELEMENTARY


def _follows_its_noun(adjective: Token) -> bool:
    """Whether the adjective stands right after its noun, a thing's: « de simples sources », « du bleu profond » mean
    something else."""
    noun, after = adjective.head, adjective.doc[adjective.i + 1 : adjective.i + 2].text.lower().replace("’", "'")
    alone = after not in ("de", "d'", "du", "des", "à", "au", "aux", "que", "qu'")
    titled = noun.text[:1].isupper() or bool(noun.ent_type_)  # « la revue Santé publique »
    return alone and not titled and adjective.i == noun.i + 1 and noun.lemma_.lower() not in COLOURS


def _whole(token: Token, pos: str) -> bool:
    """Whether the word stands in its plain use: no auxiliary, no part of a fixed phrase."""
    return (
        token.dep_ not in (*tree.AUXILIARY, *tree.COPULA, *tree.FIXED)
        and not (pos == "VERB" and (parts.is_participle(token) or parts.is_present_participle(token)))
        and (pos != "ADJ" or tree.qualifies(token))
        and (pos != "VERB" or not parts.is_finite(token) or tree.subject_of(token) is not None)
        and len(token.sent) >= FEWEST_WORDS
        and token.lower_ == token.text
        and not any(child.dep_ in tree.FIXED for child in token.children)
        and (pos != "VERB" or not (tree.children(token, ("expl:pv",)) or tree.is_reflexive(token)))
    )


def _relatives(lemma: str, pos: str, token: Token, sentence: Sentence, lemmas: set[str]) -> Iterator[Fact]:
    kin = family(lemma, pos)
    if not kin or any(other in lemmas for other, _ in kin) or (pos == "ADJ" and lemma in ELEMENTARY):
        return
    if sum(t.pos_ == pos for t in token.doc) < CHOICE or (pos == "VERB" and not _is_form(token, lemma)):
        return
    for other, other_pos in kin:
        alike = token.lower_.startswith(other[: max(4, len(other) - 2)])
        if not alike and other_pos != pos and {other_pos, pos} <= set(POS_NAMES):
            yield _fact("family", token, sentence, pos, other, other_pos)
            return


def _is_form(verb: Token, lemma: str) -> bool:
    """Whether the form can be of the verb that the parse names: « recourent » is not of « recevoir »."""
    forms = third_persons(lemma)
    third = parts.is_finite(verb) and parts.feature(verb, "Person") == "3"
    return not (third and forms) or verb.lower_ in forms


def _fact(kind: str, token: Token, sentence: Sentence, pos: str, other: str, other_pos: str) -> Fact:
    start = sentence.offset + token.idx
    slots = {
        "word": Slot(token.text, start, start + len(token.text), "word"),
        "a_class": Slot(f"un {POS_NAMES[pos]}"),
        "other": Slot(other),
        "the_other_class": Slot(THE[other_pos]),
    }
    return Fact(kind, slots, (sentence.bounds,), 0.85, frozenset({"adjective"} if pos == "ADJ" else ()))
