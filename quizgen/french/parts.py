"""The one place where parts of speech and features are named: a word, asked in terms of grammar."""

from spacy.tokens import Token

NOMINAL = ("NOUN", "PROPN")
VERBAL = ("VERB", "AUX")
#: endings of the passé simple, third person plural, that nothing else has
PAST_PLURALS = ("èrent", "irent", "urent", "inrent")
#: words that announce a conjugated verb, whatever the tagger says
OPENERS = frozenset("qui dont où lequel laquelle lesquels lesquelles duquel quand lorsque lorsqu'".split())
#: endings that only verbs have, whatever the tagger says
SURE_PLURALS = ("èrent", "aient")


def feature(token: Token, name: str) -> str:
    """A morphological feature's value (« Sing »), or "" where the parse gives none."""
    values = token.morph.get(name, [])
    return values[0] if values else ""


def is_finite(token: Token) -> bool:
    """Whether the token is a verb in a personal mood."""
    return (token.pos_ in VERBAL and (feature(token, "VerbForm") == "Fin" or token.lower_.endswith(PAST_PLURALS))) or (
        len(token) > 5 and token.is_lower and token.lower_.endswith(SURE_PLURALS)
    )


def is_noun(token: Token) -> bool:
    """Whether the token is a common noun or a name."""
    return token.pos_ in NOMINAL


def is_name(token: Token) -> bool:
    """Whether the token is a proper noun."""
    return token.pos_ == "PROPN"


def is_pronoun(token: Token) -> bool:
    """Whether the token is a pronoun of any sort."""
    return token.pos_ == "PRON"


def is_infinitive(token: Token) -> bool:
    """Whether the token is a verb in the infinitive."""
    return token.pos_ in VERBAL and feature(token, "VerbForm") == "Inf"


def is_present_participle(token: Token) -> bool:
    """Whether the token is a participle in -ant."""
    return token.pos_ in VERBAL and feature(token, "VerbForm") == "Part" and token.lower_.endswith("ant")


def is_relative_pronoun(token: Token) -> bool:
    """Whether the token opens a relative clause."""
    return token.pos_ == "PRON" and feature(token, "PronType") == "Rel"


def is_verb(token: Token) -> bool:
    """Whether the token is a verb or an auxiliary, whatever its form."""
    return token.pos_ in VERBAL


def is_adverb(token: Token) -> bool:
    """Whether the token is an adverb."""
    return token.pos_ == "ADV"


def is_preposition(token: Token) -> bool:
    """Whether the token is a preposition (« du », « aux » too)."""
    return token.pos_ == "ADP"


def is_conjunction(token: Token) -> bool:
    """Whether the token is a conjunction of either sort."""
    return token.pos_ in ("CCONJ", "SCONJ")


def is_subordinator(token: Token) -> bool:
    """Whether the token opens a subordinate clause."""
    return token.pos_ == "SCONJ"


def is_adjective(token: Token) -> bool:
    """Whether the token is an adjective."""
    return token.pos_ == "ADJ"


def is_determiner(token: Token) -> bool:
    """Whether the token is an article or another determiner."""
    return token.pos_ == "DET"


def is_participle(token: Token) -> bool:
    """Whether the token is a past participle."""
    return token.pos_ in VERBAL and feature(token, "VerbForm") == "Part" and not token.lower_.endswith("ant")


def is_coordinator(token: Token) -> bool:
    """Whether the token is et, ou, mais, car, ni, or."""
    return token.pos_ == "CCONJ"


def opens_clause(token: Token) -> bool:
    """Whether the word announces a conjugated verb: a subordinating conjunction, a relative or interrogative word."""
    lowered = token.lower_.replace("’", "'")
    if lowered in ("que", "qu'") and is_adverb(token):
        return False
    return is_subordinator(token) or is_relative_pronoun(token) or lowered in OPENERS
