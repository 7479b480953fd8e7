"""Where the nouns that say what a name is stand: « l'acteur Perry », « Perry, un acteur, », « l'acteur, Perry, »."""

from spacy.tokens import Doc, Span, Token

from quizgen.french import parts, tree
from quizgen.french.name_words import CLOSERS, OPENERS, plain, previous

#: words between a comma and the noun that says what a name is; words of such an apposition at most
LEAD, LONGEST = 4, 14
#: what may stand before « la maire » in « selon la maire, Maryse Delcambre, »
BEFORE = frozenset(["", "selon", "par", "pour", "avec", "à", "chez", "que", "et", "mais", *CLOSERS])


def noun_before(name: Span) -> Token | None:
    """« l'entreprise Verralis », « la rivière Sorgette », « le film « Mirage » », « la Japonaise Tanabe »."""
    at = _skip_back(name.doc, name.start - 1)
    return name.doc[at] if at >= name.sent.start else None


def noun_of(name: Span) -> Token | None:
    """« la ville de Vernay », « le directeur de Luminex », « le fils d'Augustin »."""
    if name.start < 2 or previous(name[0]) not in ("de", "d'", "du"):
        return None
    return name.doc[_skip_back(name.doc, name.start - 2)]


def noun_after(name: Span) -> Token | None:
    """« Barnabé, un vieux hérisson, », « Verralis (une coopérative) »; not « À Nantes, un homme »."""
    doc, start = name.doc, name.end + 1
    if start >= len(doc) or doc[name.end].text not in (",", "("):
        return None
    if name.start - 1 == name.sent.start and parts.is_preposition(doc[name.start - 1]):
        return None
    stretch = _stretch(doc[start : min(start + LONGEST, name.sent.end)])
    return _opening_noun(stretch) if stretch is not None else None


def noun_introducing(name: Span) -> Token | None:
    """« La maire, Maryse Delcambre, », « son studio, Luminex, »."""
    doc, comma, first = name.doc, name.start - 1, name.sent.start
    if comma <= first or doc[comma].text != "," or (name.end < len(doc) and doc[name.end].text not in ",.;:)»("):
        return None
    start = comma
    while start > max(first, comma - LONGEST) and not _breaks(doc[start - 1]):
        start -= 1
    article = next((word for word in doc[start:comma] if _opens(word)), None)
    if article is None:
        return None
    alone = article.i == first or previous(article) in BEFORE or parts.is_verb(article.nbor(-1))
    return _opening_noun(doc[article.i : comma]) if alone else None


def noun_said(name: Span) -> Token | None:
    """« La Loire est le plus long fleuve de France »."""
    said = name.root.head
    return said if name.root.dep_ in tree.SUBJECT and parts.is_noun(said) and tree.has_copula(said) else None


def _skip_back(doc: Doc, at: int) -> int:
    """Before the opening quotation mark and up to two adjectives that precede the place `at`."""
    if at >= 0 and doc[at].text in OPENERS:
        at -= 1
    for _ in range(2):
        if at > 0 and parts.is_adjective(doc[at]) and doc[at].text[0].islower():
            at -= 1
    return at


def _stretch(rest: Span) -> Span | None:
    """The words up to the next comma or stop, if no conjugated verb stands among them but in a relative clause."""
    end = next((word.i for word in rest if word.text in CLOSERS), None)
    found = rest.doc[rest.start : end] if end is not None and end > rest.start else None
    if found is None:
        return None
    relative = next((word.i for word in found if parts.opens_clause(word)), found.end)
    return None if any(parts.is_finite(word) for word in found if word.i < relative) else found


def _opening_noun(stretch: Span) -> Token | None:
    """The noun of a phrase that begins with it, or with an article and adjectives."""
    for word in stretch[:LEAD]:
        if parts.is_noun(word):
            return word if word.is_lower else None
        if not parts.is_determiner(word) and not parts.is_adjective(word) and plain(word.text) != "l'":
            return None
    return None


def _breaks(word: Token) -> bool:
    return word.text in CLOSERS or parts.is_finite(word)


def _opens(word: Token) -> bool:
    return parts.is_determiner(word) and plain(word.text) not in ("du", "des", "aux", "au")
