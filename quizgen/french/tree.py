"""The one place where dependency labels are named: a parse, asked in words of grammar.

Labels are those of Universal Dependencies as the shipped pipeline emits them; `Token` and `Span` are spaCy's.
"""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from quizgen.french.parts import feature, is_finite, is_infinitive, is_noun, is_participle, is_subordinator, is_verb

SUBJECT = ("nsubj", "nsubj:pass", "nsubj:caus", "nsubj:outer")
OBJECT = ("obj",)
OBLIQUE = ("obl", "obl:mod", "obl:arg", "obl:agent", "nmod")
AUXILIARY = ("aux", "aux:tense", "aux:pass", "aux:caus")
COPULA = ("cop",)
MARKER, FIXED = ("case", "mark"), ("fixed",)
OPEN_COMPLEMENT, APPOSITION, DETERMINER = ("xcomp",), ("appos",), ("det",)
CLAUSE_COMPLEMENT = ("ccomp", *OPEN_COMPLEMENT)
#: what names stand under beside the noun that they name (« le maire Paul Dubreuil »), and any noun beside another
NAMING = (*APPOSITION, "flat:name")
BESIDE_NOUN = (*NAMING, "nmod")
#: what a verb asks for, its subject apart
CORE = (*OBJECT, *CLAUSE_COMPLEMENT, "obl:arg", "obl:agent")
ADVERBIAL_CLAUSE = ("advcl", "advcl:cleft")
IMPERSONAL = ("expl", "expl:subj")
RELATIVE, PARTICIPIAL = ("acl:relcl",), ("acl",)
PERIPHERAL = tuple("appos acl:relcl acl advcl parataxis obl:mod advmod obl:arg obl nmod dislocated".split())
COORDINATED = ("conj",)
#: verbs that lend their subject to an infinitive
MODALS = frozenset("pouvoir devoir vouloir aller savoir".split())
#: conjunctions that open no complement, whatever a parse makes of their clause
WHEN_OR_WHY = frozenset("quand lorsque lorsqu' lorsqu’ puisque puisqu' puisqu’ parce dès après avant afin".split())


def children(token: Token, labels: tuple[str, ...]) -> list[Token]:
    """The dependents of `token` under one of `labels`, in the order of the text."""
    return [child for child in token.children if child.dep_ in labels]


def qualifies(adjective: Token) -> bool:
    """Whether an adjective stands right beside the noun that it qualifies."""
    return adjective.dep_ == "amod" and is_noun(adjective.head) and abs(adjective.i - adjective.head.i) <= 2


def finite_of(head: Token) -> Token | None:
    """The finite word of the verb group whose lexical head (verb, or noun and adjective with copula) is `head`."""
    carriers = [*children(head, AUXILIARY), *children(head, COPULA)]
    if not carriers and is_finite(head):
        return head
    return next((word for word in carriers if is_finite(word)), None)


def subject_of(head: Token) -> Token | None:
    """The head of the subject of `head`, if it has one of its own."""
    return next(iter(children(head, SUBJECT)), None)


def is_core(token: Token) -> bool:
    """Whether the token is a subject or an object."""
    return token.dep_ in (*SUBJECT, *OBJECT)


def has_subject(head: Token) -> bool:
    """Whether anything at all is the subject of `head`: a phrase, a clause, an impersonal « il »."""
    return any(child.dep_ in (*SUBJECT, *IMPERSONAL, "csubj") for child in head.children)


def make_subject(token: Token) -> None:
    """Make `token` the subject of the word that it hangs from, in place."""
    token.dep_ = SUBJECT[0]


def object_of(head: Token) -> Token | None:
    """The head of the direct object that follows `head`, if any."""
    return next((word for word in children(head, OBJECT) if word.i > head.i), None)


def is_passive(head: Token) -> bool:
    """Whether the verb group of `head` is in the passive."""
    return any(child.dep_ in ("aux:pass", "nsubj:pass") for child in head.children)


def is_reflexive(head: Token) -> bool:
    """Whether « se » leans on the verb."""
    return any(child.lower_ in ("se", "s'", "s’") and child.i < head.i for child in head.children)


def has_copula(head: Token) -> bool:
    """Whether `head` is what a form of « être » says of the subject."""
    return bool(children(head, COPULA))


def agent_of(head: Token) -> Token | None:
    """The head of the « par » phrase of a passive."""
    return next(iter(children(head, ("obl:agent",))), None)


def is_impersonal(head: Token) -> bool:
    """Whether the verb has an impersonal « il » or « ce » for subject."""
    return any(
        child.dep_ in IMPERSONAL and child.lower_ in ("il", "-il", "-t-il", "c'", "c’", "ce", "ça")
        for child in head.children
    )


def governed(head: Token) -> Token | None:
    """The infinitive that a modal verb governs without a preposition: « doit fournir », « peut être déposé »."""
    if head.lemma_ not in MODALS:
        return None
    found = (child for child in children(head, OPEN_COMPLEMENT) if child.i > head.i and not children(child, MARKER))
    return next((child for child in found if is_infinitive(child) or has_infinitive_auxiliary(child)), None)


def is_negated(head: Token) -> bool:
    """Whether the clause of `head` holds a negation of its own (« ne … pas », « aucun », « ni »)."""
    words = {
        child.lower_ for word in (head, *children(head, AUXILIARY), *children(head, COPULA)) for child in word.children
    }
    return bool(words & {"ne", "n'", "n’", "pas", "jamais"})


def span_of(head: Token) -> Span:
    """The whole stretch from the first to the last word that hangs from `head`, commas at its ends left out."""
    start, end = head.left_edge.i, head.right_edge.i + 1
    while end - 1 > head.i and head.doc[end - 1].text in ",;:.—–":
        end -= 1
    while start < head.i and head.doc[start].text in ",;:.—–":
        start += 1
    return head.doc[start:end]


def is_whole(span: Span, head: Token) -> bool:
    """Whether every word of `span` hangs from `head`: nothing of another phrase stands inside."""
    mine = {word.i for word in head.subtree}
    return all(word.i in mine for word in span)


def coordinated_heads(head: Token) -> list[Token]:
    """`head` and the words joined to it, directly or in a chain."""
    found = [head]
    for word in found:
        found += children(word, COORDINATED)
    return found


def listed(head: Token) -> list[Token]:
    """The verbs that follow that of `head` after a comma, without a subject of their own: « Il entra, s'assit »."""
    found = [child for child in children(head, ("parataxis",)) if child.i > head.i and is_finite(child)]
    return [child for child in found if not has_subject(child) and child.left_edge.i > 0 and _after_comma(child)]


def _after_comma(verb: Token) -> bool:
    opening = verb.left_edge
    return opening.text == "," or verb.doc[opening.i - 1].text == ","


def inserted(head: Token) -> list[Token]:
    """The verbs of clauses put beside or into that of `head` without a conjunction (« , répondit Camille »)."""
    return [child for child in children(head, ("parataxis",)) if finite_of(child) is not None]


def is_coordinated(token: Token) -> bool:
    """Whether the token is joined to one before it."""
    return token.dep_ in COORDINATED


def has_coordinator(token: Token) -> bool:
    """Whether « et », « ou », « ni » joins the token to one before it."""
    return bool(children(token, ("cc",)))


def marker_of(head: Token) -> Span | None:
    """The preposition or conjunction that introduces `head`, its fixed words included (« en raison de »)."""
    first = next((child for child in head.children if child.dep_ in MARKER and child.i < head.i), None)
    if first is None:
        return None
    parts = [first, *children(first, FIXED)]
    return head.doc[min(p.i for p in parts) : max(p.i for p in parts) + 1]


def adverbials(head: Token) -> Iterator[Token]:
    """The heads of the phrases and clauses that may say when, where, why, how … of `head`."""
    labels = (*OBLIQUE, *ADVERBIAL_CLAUSE, *OPEN_COMPLEMENT, "advmod", "parataxis")
    for child in head.children:
        opener = child.left_edge.lower_ if child.dep_ == "ccomp" else ""
        if child.dep_ in labels or opener in WHEN_OR_WHY:
            yield child


def complement_clause(head: Token) -> Token | None:
    """The verb of the « que » clause that `head` governs."""
    return next((child for child in children(head, ("ccomp",)) if child.i > head.i), None)


def argument_of(head: Token, prepositions: tuple[str, ...]) -> Token | None:
    """The head of the complement that the verb asks for behind one of `prepositions`."""
    found = (word for word in arguments(head) if word.left_edge.lower_ in prepositions)
    return next((word for word in found if word.i > head.i), None)


def arguments(head: Token) -> list[Token]:
    """The heads of the complements that the verb asks for behind a preposition."""
    return children(head, ("obl:arg",))


def stands_in(word: Token, head: Token) -> bool:
    """Whether `word` belongs to the clause of `head` itself: no other conjugated verb governs it."""
    for above in word.ancestors:
        if above == head:
            return True
        if finite_of(above) is not None or above.dep_ in (*RELATIVE, *ADVERBIAL_CLAUSE, *CLAUSE_COMPLEMENT):
            return False
    return word == head


def number_of(noun: Token) -> Token | None:
    """The figure that counts `noun`."""
    return next((child for child in children(noun, ("nummod",)) if child.i < noun.i), None)


def determiner_of(noun: Token) -> Token | None:
    """The article or other determiner of `noun`."""
    return next((child for child in noun.children if child.dep_ in DETERMINER and child.i < noun.i), None)


def joins_clause(token: Token) -> bool:
    """Whether the token is a verb joined to another main verb: not an infinitive, not a participle of its group."""
    return is_coordinated(token) and is_verb(token) and feature(token, "VerbForm") not in ("Inf", "Part")


def is_relative(verb: Token) -> bool:
    """Whether the verb is that of a relative clause."""
    return verb.dep_ in RELATIVE


def joins_noun(head: Token) -> bool:
    """Whether a noun is joined to a verb, which is no noun then: « L'outil glisse et le blesse »."""
    return is_verb(head) and not has_copula(head) and any(map(is_noun, children(head, COORDINATED)))


def detachable(token: Token) -> bool:
    """Whether a phrase headed by `token` may be left out, or lifted, when commas set it off."""
    return token.dep_ in PERIPHERAL


def ends_with_insertion(last: Token) -> bool:
    """Whether `last` ends an apposition, a relative or a participle that a comma sets off from its noun."""
    for word in (last, *last.ancestors):
        if word.dep_ in (*RELATIVE, *APPOSITION, "acl", "amod"):
            opening = word.left_edge.i
            return (opening > 0 and word.doc[opening - 1].text == ",") or word.left_edge.text == ","
    return False


def head_within(span: Span) -> Token:
    """The word of `span` from which the others hang."""
    return span.root


def is_flat(token: Token) -> bool:
    """Whether the token is a further word of a name that begins before it."""
    return token.dep_ in ("flat:name", "flat", "flat:foreign")


def participle_agrees(head: Token) -> bool:
    """Whether the verb is a past participle with avoir, which must agree with an object put before it."""
    return is_participle(head) and any(child.lemma_ == "avoir" for child in children(head, AUXILIARY))


def has_infinitive_auxiliary(token: Token) -> bool:
    """« avoir découvert »: a participle whose auxiliary is an infinitive."""
    return any(is_infinitive(child) for child in children(token, AUXILIARY))


def opens_content(token: Token) -> bool:
    """Whether the token is the « que » of a clause that a verb governs."""
    return token.lower_ in ("que", "qu'", "qu’") and is_subordinator(token) and token.head.dep_ in CLAUSE_COMPLEMENT
