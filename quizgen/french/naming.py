"""Whether a subject can be named outside its sentence, and whether it says enough to be an answer."""

from spacy.tokens import Span, Token

from quizgen.french import nouns, parts, stems, tree
from quizgen.french.anaphora import POSSESSIVE, dangling, plain
from quizgen.french.clause import Clause
from quizgen.french.frequency import zipf
from quizgen.french.reading import Sentence

#: people who are anybody
ANYBODY = frozenset("habitant gens personne homme femme individu citoyen enfant parent riverain passant voisin".split())
#: the Zipf value from which a noun alone says little
COMMON, KNOWN = 4.0, 3.5
#: openings of a subject that leaves open which things it names
LOOSE = frozenset(["de", "d'", "d’", "des", "certains", "certaines", "plusieurs", "quelques", "beaucoup"])
#: what is no noun by itself: the text says elsewhere which one is meant (« les autres », « le premier »)
ELLIPTIC = frozenset(
    "reste plupart partie moitié tiers quart autre autres premier première premiers premières second seconde "
    "dernier dernière seul seule".split()
)
#: things that are people where they decide or apologise
BODIES = frozenset(
    "classe direction rédaction présidence hiérarchie majorité opposition délégation défense accusation section".split()
)
#: « une source proche du dossier » is somebody
SOURCES = frozenset("proche policière judiciaire anonyme diplomatique gouvernementale syndicale".split())
#: adjectives that count among others (« les premiers jeunes »)
RANKS = frozenset("premier dernier second autre suivant précédent".split())
#: nouns that say nothing without what they are of
RELATIONAL = frozenset(
    "conséquence résultat effet cause raison suite différence montant prix coût nombre avantage inconvénient contraire "
    "intérêt objectif but".split()
)
#: object pronouns
CLITICS = frozenset(["le", "la", "l'", "les", "lui"])
#: sorts of nouns that take up what was told
SHELLS = ("action", "event")


def nameable(subject: Span) -> bool:
    """Whether the subject stands on its own: a noun, nothing that points outside it."""
    head = tree.head_within(subject)
    none = subject[0].lower_ in ("aucun", "aucune", "nul", "nulle", "pas", "personne", "quelque", "rien")
    bare = not any(child.i > head.i for child in head.children)
    ranked = bare and any(child.lemma_ in RANKS for child in head.children)
    compared = (len(subject) > 1 and subject[1].lower_ in ("plus", "moins")) or (head.lower_ in ELLIPTIC and bare)
    # « l'opération »: the text told before which one it was
    shell = head.lemma_ in RELATIONAL or any(head.lemma_ in nouns.shells()[sort] for sort in SHELLS)
    taken = bare and subject[0].lower_ in ("le", "la", "l'", "l’", "les") and shell
    # « séance avait attiré »: French names nothing by a common noun in the singular without its article
    lone = (
        len(subject) == 1
        and head.is_lower
        and not (parts.is_name(head) or head.ent_type_)
        and nouns.number_of(head) == "Sing"
    )
    return parts.is_noun(head) and not (none or ranked or compared or taken or lone) and not dangling(subject)


def decides(head: Token) -> bool:
    """Whether a noun for a thing is people here: « la direction », « une source proche du dossier »."""
    after = head.nbor(1).lower_ if head.i + 1 < len(head.doc) else ""
    return head.lemma_ in BODIES or (head.lemma_ == "source" and after in SOURCES)


def points_back(rest: list[Token]) -> bool:
    """Whether the rest of a clause takes up what was told before: « vit depuis chez sa sœur », « pour le voir », « la
    rareté du phénomène »."""
    return any(
        (plain(token) == "depuis" and parts.is_adverb(token))
        or (plain(token) in CLITICS and parts.is_pronoun(token))
        or (token.lemma_ in nouns.shells()["event"] and _bare_definite(token))
        for token in rest
    )


def _bare_definite(noun: Token) -> bool:
    """« le phénomène », « du phénomène » with nothing after that says which."""
    before = plain(noun.nbor(-1)) if noun.i else ""
    followed = any(child.i > noun.i for child in noun.children)
    return before in ("le", "la", "l'", "du", "au", "ce", "cette") and not followed


def also(clause: Clause, sentence: Sentence) -> bool:
    """« Pécuchet était fatigué, Bouvard aussi »: somebody else did it too."""
    after = clause.doc[clause.end : min(clause.end + 6, sentence.span.end)]
    return any(token.lower_ in ("aussi", "également") for token in after)


def tells(clause: Clause, rest: list[Token]) -> bool:
    """Whether « qui », « qu'est-ce qui » may stand for the subject and the rest still say whose and what.

    Not « s'appelle le seuil », not « ses cuivres » where the subject owns nothing or stands in another clause, not
    « vous est attribué », not a rest that a comma cuts from its verb.
    """
    verb, doc = clause.head, clause.doc
    if tree.is_reflexive(verb) and verb.lemma_ in ("appeler", "nommer"):
        return False
    owns = nouns.type_of(clause.subject_head) in nouns.ACTING and not tree.is_relative(verb)
    owned = any(plain(token) in POSSESSIVE and parts.is_determiner(token) for token in rest)
    if owned and (not owns or _another_before(clause)):
        return False
    if any(token.lower_.endswith(("-même", "-mêmes")) for token in rest):
        return False
    # « qui répond aux questions que vous vous posez », « la personne que vous choisissez » speak to the reader
    addressed = any(plain(token) in ("vous", "votre", "vos") for token in (*rest, *clause.named))
    last = max(clause.finite.i, verb.i if parts.is_verb(verb) else 0)
    return not addressed and not (last + 1 < clause.end and doc[last + 1].text == ",")


def _another_before(clause: Clause) -> bool:
    """Whether the sentence before speaks of somebody else, whose « son regard » may be."""
    first = clause.head.sent.start
    told = clause.doc[clause.doc[first - 1].sent.start : first] if first else ()
    known = clause.named.text
    return any((t.ent_type_ == "PER" and t.text not in known) or plain(t) in ("il", "elle") for t in told)


def hollow(phrase: Span, least: float = COMMON) -> bool:
    """« Le risque », « l'affaire »: a common noun alone, of Zipf value `least` or more, that hardly answers."""
    return _bare(phrase, ("le", "la", "l'", "l’", "les")) and zipf(phrase[-1].text, phrase[-1].lemma_) >= least


def unnamed(phrase: Span) -> bool:
    """« Des habitants »: nobody in particular."""
    return _bare(phrase, ("des",)) and phrase[1].lemma_ in ANYBODY


def _bare(phrase: Span, articles: tuple[str, ...]) -> bool:
    core = phrase.doc[phrase.start : stems.core_end(phrase)]
    return len(core) == 2 and core[0].lower_ in articles and parts.is_noun(core[1]) and not parts.is_name(core[1])


def vague(subject: Span) -> bool:
    """« La fédération », « une petite fille »: no name, no complement — the text says elsewhere who that is."""
    subject = subject.doc[subject.start : stems.core_end(subject)]
    head = tree.head_within(subject)
    tail = subject[head.i - subject.start + 1 :]
    bare = not any(parts.is_noun(token) or parts.is_relative_pronoun(token) for token in tail)
    singular = nouns.number_of(head) == "Sing" and nouns.type_of(head) in nouns.ACTING
    return singular and bare and not parts.is_name(head) and not any(parts.is_name(token) for token in subject)
