"""What an article must be before questions are asked about it; each refusal says the figure and what to do next."""

import re

from quizgen.article.wordlist import words
from quizgen.errors import FetchError, ReadError

MEGABYTE = 1024 * 1024
#: bytes in a file at most: a long novel with pictures fits; more is a mistake or an attack
SIZE_LIMIT = 20 * MEGABYTE
#: fewer words leave nothing to ask, more is a book and no article
LEAST_WORDS, MOST_WORDS = 60, 20_000
#: words that are frequent in French and are not words of its neighbours (nor of Creole)
_FRENCH = words("""
    le les des du et est dans pour avec sur qui pas une aux au cette ces il elle ils elles nous vous ce ses sont ont été
    mais où l d qu c n s j être plus par leur leurs je était comme sans même
    """)
_WORD = re.compile(r"[^\W\d_]+")
#: measured: French articles 0.23 to 0.34, passages of 60 words 0.20 and more, a French list of English names 0.07;
#: Catalan 0.07, Italian 0.06, Occitan 0.03, Romanian, Haitian Creole, Spanish, Portuguese, English under 0.02
_SURELY, _HARDLY = 0.2, 0.05


def count_words(text: str) -> int:
    """How many words: runs between white space with a letter or a figure in them, so that « : » is none."""
    return sum(any(sign.isalnum() for sign in run) for run in text.split())


def size(length: int, name: str) -> None:
    """Refuses a file of more than SIZE_LIMIT bytes."""
    if length > SIZE_LIMIT:
        raise ReadError(
            "« {name} » pèse {size} Mo, plus que les {limit} Mo admis : retirez les images, "
            "ou copiez et collez le texte.",
            name=name,
            size=round(length / MEGABYTE, 1),
            limit=SIZE_LIMIT // MEGABYTE,
        )


def not_empty(text: str) -> None:
    """Refuses a text without a single letter or figure."""
    if not any(sign.isalnum() for sign in text):
        raise ReadError("Le texte est vide : collez un article ou choisissez un autre fichier.")


def not_huge(text: str) -> None:
    """Refuses, before any repair, what cannot become MOST_WORDS words (long runs of letters included)."""
    if len(text) > 100 * MOST_WORDS or len(text.split()) > 2 * MOST_WORDS:
        raise ReadError(
            "Le texte est trop long : {characters} caractères pour {most} mots au plus. Choisissez un "
            "chapitre ou un extrait.",
            characters=len(text),
            most=MOST_WORDS,
        )


def length(text: str) -> None:
    """Refuses fewer than LEAST_WORDS or more than MOST_WORDS words."""
    number = count_words(text)
    if number < LEAST_WORDS:
        raise ReadError(
            "Le texte est trop court : {words} mots, il en faut au moins {least}. Ajoutez la suite de l'article.",
            words=number,
            least=LEAST_WORDS,
        )
    if number > MOST_WORDS:
        raise ReadError(
            "Le texte est trop long : {words} mots, {most} au plus. Choisissez un chapitre ou un extrait.",
            words=number,
            most=MOST_WORDS,
        )


def page(text: str) -> None:
    """Refuses a web page in which no article was found."""
    number = count_words(text)
    if number < LEAST_WORDS:
        raise FetchError(
            "Aucun article lisible sur cette page ({words} mots trouvés) : copiez le texte de l'article "
            "dans votre navigateur et collez-le ici.",
            words=number,
        )


def french(text: str) -> None:
    """Refuses a text in another language; names of people and places in other languages do not count against it."""
    share = french_share(text)
    if share >= _SURELY:
        return
    language = _guess(text)
    if language == "fr" and share >= _HARDLY:
        return
    raise ReadError(
        "Le texte ne semble pas être en français (mots-outils français : {percent} %, langue probable : "
        "{language}) : donnez un article en français.",
        percent=round(share * 100),
        language=language,
    )


def french_share(text: str) -> float:
    """The share, 0..1, of words that are French function words."""
    runs = _WORD.findall(text.lower())
    return sum(run in _FRENCH for run in runs) / max(1, len(runs))


def _guess(text: str) -> str:
    """The ISO code of the likeliest language."""
    import py3langid

    return str(py3langid.classify(text[:20_000])[0])
