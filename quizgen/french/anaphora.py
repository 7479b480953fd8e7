"""Words that mean something only beside the sentence before: no stem holds them, a key only if the stem binds them."""

import re
from collections.abc import Iterable

from spacy.tokens import Token

from quizgen.french import nouns, parts, tree
from quizgen.french.dates import deictic

PERSONAL = {
    "il": ("Masc", "Sing"),
    "elle": ("Fem", "Sing"),
    "ils": ("Masc", "Plur"),
    "elles": ("Fem", "Plur"),
    "lui": ("", "Sing"),
    "eux": ("Masc", "Plur"),
    "leur": ("", "Plur"),
    "le": ("Masc", "Sing"),
    "la": ("Fem", "Sing"),
    "l'": ("", "Sing"),
    "les": ("", "Plur"),
    "y": ("", ""),
    "en": ("", ""),
}
POINTING = {
    "ce",
    "cet",
    "cette",
    "ces",
    "c'",
    "cela",
    "ça",
    "ceci",
    "celui-ci",
    "celle-ci",
    "ceux-ci",
    "celles-ci",
    "suivant",
    "suivante",
    "suivants",
    "suivantes",
    "précédent",
    "précédente",
    "précédents",
    "précédentes",
    "lendemain",
    "veille",
    "ci-dessus",
    "ci-dessous",
    "ci-après",
    "celui-là",
    "celle-là",
    "celui",
    "celle",
    "ceux",
    "celles",
    "tel",
    "telle",
    "tels",
    "telles",
    "dernier-ci",
    "sien",
    "sienne",
    "siens",
    "siennes",
    "mien",
    "mienne",
}
SPEAKER = {
    "je",
    "j'",
    "me",
    "m'",
    "moi",
    "tu",
    "te",
    "t'",
    "toi",
    "nous",
    "vous",
    "mon",
    "ma",
    "mes",
    "ton",
    "ta",
    "tes",
    "notre",
    "nos",
    "votre",
    "vos",
    "on",
    "soi",
}
#: like what, the text said before
COMPARING = frozenset("semblable semblables similaire similaires pareil pareille pareils pareilles".split())
#: outside quotations « vous » is whoever reads
READER = frozenset(["vous", "votre", "vos"])
OTHERS = {
    "autre",
    "autres",
    "deux-ci",
    "tous",
    "toutes",
    "chacun",
    "chacune",
    "certains",
    "certaines",
    "plusieurs",
    "un",
    "une",
    "uns",
    "unes",
    "tout",
    "même",
    "mêmes",
    "dont",
    "où",
}
#: pronouns that a lower clause may have from the clause above (« conserver un aliment en l'enfermant »)
TAKING_UP = frozenset("il elle ils elles le la l' les lui leur eux".split())
POSSESSIVE = {"son": "Sing", "sa": "Sing", "ses": "Sing", "leur": "Plur", "leurs": "Plur"}
#: verbs, and words near a verb, whose « il » is nobody
IMPERSONAL_VERBS = frozenset("falloir agir pleuvoir neiger suffire convenir sembler paraître advenir importer".split())
IMPERSONAL_WORDS = frozenset(
    "y faut fallait faudra agit agissait possible impossible important nécessaire essentiel rare fréquent difficile "
    "facile interdit conseillé recommandé probable vrai clair évident utile préférable temps question indispensable "
    "obligatoire fait faisait heure heures midi minuit bon mieux inutile courant".split()
)
POINTING_PHRASES = re.compile(
    r" (de même|plus tard|plus tôt|(?:le|la|les|aux|des) mêmes?|en question|du même|de la même|au contraire|"
    r"(?:les|des|aux) (?:deux|trois|quatre)) "
)
WITH_BINDER = {"celui", "celle", "ceux", "celles", "ce", "c'"}


def plain(token: Token) -> str:
    """The word in lower case, with a straight apostrophe and without the hyphen or « -t- » of an inversion."""
    text = token.lower_.replace("’", "'")
    return text.removeprefix("-t-").removeprefix("-")


def dangling(tokens: Iterable[Token], binder: Token | None = None) -> set[str]:
    """The words among `tokens` that point outside; `binder` is a noun that third-person pronouns may stand for.

    A pronoun or possessive that agrees with the binder is taken to be bound by it; relative and impersonal pronouns,
    « celui qui », « ce que » need none.
    """
    kept = list(tokens)
    found = {plain(token) for token in kept if _points(token, binder)} | _phrases(kept)
    return found | ({"deictic"} if deictic("".join(token.text_with_ws for token in kept)) else set())


def unbound(tokens: Iterable[Token], binder: Token | None = None) -> set[str]:
    """As `dangling`, but for possessives of people named before them among the words (« aux internautes … leur »)."""
    kept = list(tokens)
    told = {token for position, token in enumerate(kept) if _told_before(token, kept[:position], binder)}
    return dangling([token for token in kept if token not in told], binder)


def _told_before(token: Token, before: list[Token], binder: Token | None) -> bool:
    """Whether a noun among `before` is what the word stands for: a possessive's person, a lower clause's pronoun."""
    word = plain(token)
    named = [noun for noun in before if parts.is_noun(noun)]
    if word in POSSESSIVE and parts.is_determiner(token):
        people = (noun for noun in named if nouns.type_of(noun) in ("person", "animal"))
        return any(nouns.number_of(noun) == POSSESSIVE[word] for noun in people)
    if word not in TAKING_UP or not parts.is_pronoun(token) or (binder is not None and token.head == binder.head):
        return False
    gender, number = PERSONAL[word]
    apart = set(token.head.subtree)
    return any(
        nouns.number_of(noun) == number and gender in ("", nouns.gender_of(noun))
        for noun in named
        if noun not in apart and not parts.is_name(noun)
    )


def _phrases(tokens: list[Token]) -> set[str]:
    """« de même », « en question », « les deux séries »: several words that point outside together."""
    text = " ".join(plain(token) for token in tokens)
    return set(POINTING_PHRASES.findall(f" {text} "))


def bound_inside(tokens: Iterable[Token]) -> bool:
    """Whether every pronoun and possessive of a whole sentence may stand for a noun named before it in the sentence."""
    kept = list(tokens)
    if _phrases(kept):
        return False
    for position, token in enumerate(kept):
        if plain(token) in ("vous", "votre", "vos") or not _points(token, None):
            continue
        doer = tree.subject_of(token.head) if plain(token) in ("lui", "leur") else None
        apart = set(doer.subtree) if doer is not None else set()
        before = [noun for noun in kept[:position] if parts.is_noun(noun) and noun not in apart]
        if not any(_may_stand(plain(token), noun) for noun in before):
            return False
    return not deictic("".join(token.text_with_ws for token in kept))


def _may_stand(word: str, noun: Token) -> bool:
    if word in POSSESSIVE:
        owner = nouns.type_of(noun) in nouns.ACTING | {"place", "name"}
        return owner and nouns.number_of(noun) == POSSESSIVE[word]
    return word in ("il", "elle", "ils", "elles", "lui", "leur", "eux") and _bound(word, noun)


def _points(token: Token, binder: Token | None) -> bool:
    word = plain(token)
    if word in SPEAKER - READER and (parts.is_pronoun(token) or parts.is_determiner(token)):
        return not (word == "on" and binder is not None and plain(binder) == "on")
    if parts.is_pronoun(token) and word in PERSONAL:
        own = binder is not None and word in ("lui", "leur") and token.head == binder.head and token.i < token.head.i
        return not _impersonal(token) and (own or not _bound(word, binder))
    if word in POSSESSIVE and parts.is_determiner(token):
        return binder is None or nouns.number_of(binder) != POSSESSIVE[word] or _rivalled(binder)
    if word in COMPARING and plain(token.nbor(1) if token.i + 1 < len(token.doc) else token) not in ("à", "au", "aux"):
        return parts.is_adjective(token)
    if word == "là" and parts.is_adverb(token):
        return True
    if word in POINTING:
        return not (word in WITH_BINDER and _opens_relative(token))
    if word in ("un", "une") and token.i + 1 < len(token.doc) and plain(token.nbor(1)) in ("des", "de", "d'"):
        return False
    return parts.is_pronoun(token) and word in OTHERS and not parts.is_relative_pronoun(token)


def _rivalled(binder: Token) -> bool:
    """Whether « son », beside a thing or an institution, may rather speak of somebody named just before.

    « Appert écrit au ministre. La marine fait essayer ses produits »; of a thing that is new (« un arrêté a interdit
    sa chasse »), whatever was told before.
    """
    if nouns.type_of(binder) in ("person", "animal"):
        return False
    first = binder.sent.start
    if binder.left_edge.lower_ in ("un", "une", "des") and first > 0:
        return True
    told = binder.doc[binder.doc[first - 1].sent.start if first else 0 : binder.left_edge.i]
    return any(t.ent_type_ == "PER" or (plain(t) in ("il", "elle") and not _impersonal(t)) for t in told)


def _impersonal(token: Token) -> bool:
    return (token.dep_ in tree.IMPERSONAL and token.lower_ == "il" and _asks_no_one(token)) or (
        token.dep_ in ("expl:comp", "expl:pv", *tree.FIXED) and plain(token) in ("y", "en")
    )


def _asks_no_one(token: Token) -> bool:
    """Whether this « il » is nobody: « il faut », « il y a », « il est possible de », but not « il est âgé de »."""
    after = [plain(word) for word in token.doc[token.i + 1 : token.i + 7]]
    return bool(IMPERSONAL_WORDS & set(after)) or token.head.lemma_ in IMPERSONAL_VERBS


def _bound(word: str, binder: Token | None) -> bool:
    if binder is None:
        return False
    gender, number = PERSONAL[word]
    return (
        word in ("il", "elle", "ils", "elles", "lui", "leur", "eux")
        and number == nouns.number_of(binder)
        and gender in ("", nouns.gender_of(binder))
    )


def _opens_relative(token: Token) -> bool:
    follows = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    return follows is not None and plain(follows) in (
        "qui",
        "que",
        "qu'",
        "dont",
        "où",
        "de",
        "d'",
        "du",
        "des",
        "à",
        "sont",
        "est",
    )
