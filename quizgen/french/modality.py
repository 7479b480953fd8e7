"""Whether a stretch of text states something as done: no negation, condition, wish or doubt anywhere in it."""

from collections.abc import Iterable

from spacy.tokens import Token

from quizgen.french import parts, reporting, tree
from quizgen.french.anaphora import plain

NEGATIVE = frozenset("ne n' ni sans jamais aucun aucune nul nulle".split())
DOUBT = frozenset("failli peut-être probablement presque quasiment apparemment éventuellement si s'".split())
#: verbs whose complement is not said to happen
WISHES = frozenset(
    "refuser vouloir espérer souhaiter tenter essayer éviter "
    "empêcher nier démentir craindre redouter promettre "
    "rêver menacer renoncer faillir risquer douter ignorer imaginer supposer".split()
)
#: verbs that tell what is so
STATING = frozenset("savoir comprendre découvrir apprendre montrer constater remarquer révéler".split())


def is_asserted(tokens: Iterable[Token]) -> bool:
    """Whether nothing among `tokens` denies, supposes, wishes or doubts; a « que » clause needs a verb that states."""
    kept = list(tokens)
    for token in kept:
        word = plain(token)
        if word in NEGATIVE or (word in DOUBT and not parts.is_pronoun(token)) or token.lemma_ in WISHES:
            return False
    return all(_stated(token) for token in kept if tree.opens_content(token))


def _stated(conjunction: Token) -> bool:
    verb = conjunction.head.head
    return verb.lemma_ in STATING or reporting.is_reporting(verb.lemma_)
