"""Which roles a question may ask for by themselves: objects that are things, purposes of deeds, the only time told."""

import re

from spacy.tokens import Span, Token

from quizgen.french import nouns, parts, tree
from quizgen.french.anaphora import plain
from quizgen.french.clause import Clause, Role
from quizgen.french.naming import ELLIPTIC, decides

#: verbs after which « des » is « de les », no object
GOVERNING_DE = frozenset(
    "différer dépendre provenir souffrir bénéficier disposer profiter résulter jouir découler émaner relever témoigner "
    "douter hériter user manquer discuter parler rêver changer venir sortir naître dater varier abuser".split()
)

#: verbs whose date is not when something happened
DATING = frozenset(["dater", "remonter"])
#: « deux fois par an », « chaque été »: how often, which answers « quand » by half
OFTEN = frozenset(["fois", "chaque"])
#: « à quarante-trois ans »: when in a life
AGED = re.compile(r"\bà (?:l['’]âge de )?[\w-]+ ans\b")
#: adverbs that a statement bears and a question does not (« Combien pesait-elle seulement ? »)
STATED = frozenset("seulement volontiers ainsi donc alors aussi déjà encore".split())


def askable(clause: Clause, role: Role, rest: list[Token]) -> bool:
    """Whether the phrase of the role answers something; `rest` is the clause without subject and phrase."""
    if role.span.text.count("(") != role.span.text.count(")"):
        return False
    if any(parts.is_adverb(token) and plain(token) in STATED for token in rest):
        return False
    if role.name == "time":
        return clause.head.lemma_ not in DATING and not _timed_again(clause, role, rest)
    acts = clause.clitic or nouns.type_of(clause.subject_head) in nouns.ACTING or decides(clause.subject_head)
    inert = not acts and nouns.type_of(clause.subject_head) != "place"
    if role.name == "content":
        willing = inert and clause.head.lemma_ == "vouloir"  # « l'usage voulait que … »
        return not willing and not tree.is_reflexive(clause.head)  # « de quoi s'est-elle étonnée »
    if role.name == "purpose":
        return not (inert and "passive" not in clause.marks) and not _is_state(clause) and clause.head.lemma_ != "avoir"
    if role.name != "object":
        return True
    # « Qu'augmentera l'eau ? » does not tell which of two things does it
    empty = not acts or (clause.clitic and not any(map(parts.is_noun, rest)))
    governed = tree.is_reflexive(clause.head) or clause.head.lemma_ in GOVERNING_DE
    partitive = governed and plain(role.span[0]) in ("de", "d'", "du", "des")
    return not (empty or partitive or _is_bare(role) or _is_others(role.span))


def _timed_again(clause: Clause, role: Role, rest: list[Token]) -> bool:
    """Whether what remains of the clause says when, or how often, once more."""
    again = any(other.name == "time" and other.span != role.span for other in clause.roles)
    told = " ".join(token.text for token in rest)
    return again or any(plain(token) in OFTEN for token in rest) or AGED.search(told) is not None


def _is_state(clause: Clause) -> bool:
    """« Il doit être majeur pour voter »: what must hold is no means to an end."""
    lower = tree.governed(clause.head)
    said = tree.children(clause.head, tree.CLAUSE_COMPLEMENT)
    return "copula" in clause.marks or (lower is not None and lower.lemma_ == "être") or any(map(tree.has_copula, said))


def _is_bare(role: Role) -> bool:
    """« faire pression », « avoir faim »: an object without a determiner belongs to its verb."""
    head = tree.head_within(role.span)
    return role.span[0] == head and not parts.is_name(head) and not tree.is_coordinated(head)


def _is_others(phrase: Span) -> bool:
    """« d'autres pays », « le dernier »: others than some, or one of some, that the text named before."""
    lone = phrase[-1].lower_ in ELLIPTIC and len(phrase) == 2
    return lone or any(token.lower_ in ("autre", "autres") for token in phrase[:3])
