"""What the words of a name, and those beside it, say of what it names: votes for person, institution, place, name.

« l'acteur Tyler Perry », « Luminex, une entreprise de … », « à Rochenoire », « murmura Soizic »: each cue is a function
that reads one mention and yields (type, weight).
"""

import re
from collections.abc import Callable, Iterator

from spacy.tokens import Span, Token

from quizgen.french import beside, known_names, nouns, parts, reporting, tree
from quizgen.french.name_words import OPENERS, head_type, is_demonym, named_by, plain, previous, words

Vote = tuple[str, float]
ROMAN = re.compile(r"[IVXLC]+(?:er|e)?")
TOPONYM = re.compile(r"(?:^Sainte?-)|-(?:sur|sous|en|lès|les|le|la|de|des|du|d|aux?|l)-", re.IGNORECASE)


def votes(name: Span) -> Iterator[tuple[str, str, float]]:
    """Every cue of one mention: its name, the type it is for (against, where the weight is negative), the weight."""
    for cue in CUES:
        for kind, weight in cue(name):
            yield cue.__name__, kind, weight


def _own_words(name: Span) -> Iterator[Vote]:
    """« Crédit alpin », « col du Merle », « FC Montbrac », « Hélios-3 », « Saint-Aubin-des-Prés », « SNCF »."""
    first, rest = plain(name[0].text), [plain(word.text) for word in name[1:]]
    kind = head_type(first) if rest else ""
    if kind:
        yield kind, 4.0
    if rest and {first, *rest} & words("beside", "corporate"):
        yield "institution", 3.0
    if TOPONYM.search(name.text) and not rest:
        yield "place", 2.0
    if re.search(r"\d", name.text):
        yield "name", 1.5
    if name.text.isupper() and 1 < len(name.text) < 7 and not ROMAN.fullmatch(name.text):
        yield from (("institution", 2.0), ("person", -3.0))
    if rest and ROMAN.fullmatch(name[-1].text):
        yield "person", 1.5


def _first_name(name: Span) -> Iterator[Vote]:
    """« Clara Monferrand », « Clara », but not « Milan AC »."""
    known = nouns.first_names().keys() & {name[0].text, name[0].text.partition("-")[0]}
    if known and not any(_is_foreign(word) for word in name[1:]):
        yield "person", 2.5 if len(name) > 1 else 1.0


def _is_foreign(word: Token) -> bool:
    """Whether the word has no place in the name of a person: small, or in capitals."""
    joins = plain(word.text) in words("function", "surname") or ROMAN.fullmatch(word.text) is not None
    return (word.is_lower or word.is_upper) and not joins and not word.is_punct


def _known(name: Span) -> Iterator[Vote]:
    """« Chambéry », « Danemark », « l'ONU », « le Covid », « Bouteflika »."""
    for kind in known_names.LISTS:
        if known_names.is_listed(name.text, kind):
            yield kind, 2.5
    for kind in ("institution", "name"):
        if plain(name.text) in words("known", kind):
            yield kind, 2.5


def _title(name: Span) -> Iterator[Vote]:
    """« Mme Orlac », « le docteur Pruvost »."""
    if name.start and plain(name.doc[name.start - 1].text) in words("titles", "words"):
        yield "person", 4.0


def _noun_before(name: Span) -> Iterator[Vote]:
    """« l'entreprise Verralis », « la rivière Sorgette », « le film « Mirage » », « la Japonaise Tanabe »."""
    noun = beside.noun_before(name)
    if noun is None:
        return
    if parts.is_noun(noun) and noun.text[0].islower():
        yield from _for(named_by(noun), 4.0)
    elif noun.text[0].isupper() and noun.i == name.start - 1 and is_demonym(noun):
        yield "person", 3.0


def _for(kind: str, weight: float) -> Iterator[Vote]:
    if kind:
        yield kind, weight


def _noun_of(name: Span) -> Iterator[Vote]:
    """« la ville de Vernay », « le directeur de Luminex », « le fils d'Augustin »."""
    noun = beside.noun_of(name)
    if noun is None:
        return
    lemma = plain(noun.lemma_)
    if "place" in (head_type(lemma), nouns.lexicon().get(lemma)):
        yield "place", 2.0
    for kind, listed in (("institution", "leads"), ("place", "rules"), ("person", "kin"), ("name", "stages")):
        if {lemma, noun.lower_} & words("beside", listed):
            yield kind, 1.5


def _noun_after(name: Span) -> Iterator[Vote]:
    """« Barnabé, un vieux hérisson, », « Verralis, une coopérative »."""
    yield from _for(named_by(beside.noun_after(name)), 3.0)


def _after_comma(name: Span) -> Iterator[Vote]:
    """« Gênes, où », « Lafargue, dix-neuf ans »."""
    doc, start = name.doc, name.end + 1
    if start < len(doc) and doc[name.end].text in (",", "("):
        if plain(doc[start].text) == "où":
            yield "place", 3.0
        elif any(word.lower_ == "ans" for word in doc[start : start + 3]):
            yield "person", 4.0


def _noun_introducing(name: Span) -> Iterator[Vote]:
    """« La maire, Maryse Delcambre, », « son studio, Luminex, »."""
    yield from _for(named_by(beside.noun_introducing(name)), 3.0)


def _noun_said(name: Span) -> Iterator[Vote]:
    """« La Loire est le plus long fleuve de France »."""
    yield from _for(named_by(beside.noun_said(name)), 3.0)


def _article(name: Span) -> Iterator[Vote]:
    """« la Cnil », « l'Unesco », « le Crédit alpin »: hardly a person."""
    if previous(name[0]) in ("le", "la", "l'", "les", "du", "au", "aux") and not name[0].is_sent_start:
        yield "person", -1.5


def _preposition(name: Span) -> Iterator[Vote]:
    """« à Lyon », « en Pologne », « près de Kourou », « selon Mediapart », but not « confie à Léa »."""
    before = previous(name[0])
    pair = f"{previous(name[0].nbor(-1))}|{before}" if name.start > 1 else before
    if before == "à":
        governor = plain(name.root.head.lemma_)
        if governor not in words("verbs", "giving"):
            yield "place", 1.8
    elif pair in words("beside", "places") or before in ("en", "jusqu'à"):
        yield "place", 2.5
    elif before in words("beside", "places"):
        yield "place", 1.5
    elif before in ("selon", "chez"):
        yield from (("institution", 1.0), ("person", 0.7), ("place", -1.0))
    elif pair in ("dans|la", "dans|le", "dans|l'") or before == "aux":
        yield "place", 0.7


def _deed(name: Span) -> Iterator[Vote]:
    """« murmura Soizic », « Ouigare recrute », « Mediapart révèle »: what says or does something is somebody."""
    if name.root.dep_ not in tree.SUBJECT:
        return
    lemma = plain(name.root.head.lemma_)
    if lemma in words("verbs", "person"):
        yield from (("person", 2.5), ("place", -2.0), ("name", -2.0))
    if lemma in words("verbs", "institution"):
        yield from (("institution", 2.0), ("person", 0.2))
    if lemma in words("verbs", "deeds") or reporting.is_reporting(lemma):
        yield from (("institution", 1.5), ("person", 1.2), ("place", -1.5), ("name", -2.0))


def _quoted(name: Span) -> Iterator[Vote]:
    """« La Marchande d'huîtres » between quotation marks of its own."""
    if (
        name.start
        and name.end < len(name.doc)
        and name.doc[name.start - 1].text in OPENERS
        and name.doc[name.end].text in '»"”'
    ):
        yield "name", 1.5


CUES: tuple[Callable[[Span], Iterator[Vote]], ...] = (
    _own_words,
    _first_name,
    _known,
    _title,
    _noun_before,
    _noun_of,
    _noun_after,
    _after_comma,
    _noun_introducing,
    _noun_said,
    _article,
    _preposition,
    _deed,
    _quoted,
)
