"""Who is who: names with the phrase that says what the person is, beside them in the sentence."""

import re
from collections.abc import Iterator

from spacy.tokens import Span

from quizgen.french import nouns, parts, tree
from quizgen.french.anaphora import dangling
from quizgen.french.elision import join
from quizgen.french.facts import Fact, Slot
from quizgen.french.reading import Reading, Sentence
from quizgen.french.typography import uncapital

CLOSERS = frozenset(",.;:()")
#: offices that one person holds at a time: they keep « le »
OFFICES = frozenset(
    [
        "ministre",
        "président",
        "présidente",
        "maire",
        "roi",
        "reine",
        "pape",
        "empereur",
        "impératrice",
        "chancelier",
        "chancelière",
        "gouverneur",
        "gouverneure",
        "préfet",
        "préfète",
        "directeur",
        "directrice",
        "chef",
        "procureur",
        "procureure",
        "secrétaire",
        "ambassadeur",
        "ambassadrice",
        "porte-parole",
        "patron",
        "patronne",
    ]
)
#: what befalls a person, not who she is
STATES = frozenset("malade malades blessé blessée mort morte victime prisonnier prisonnière orphelin orpheline".split())
#: who has such a title is the only one: « l'auteur du livre »
SINGULAR = frozenset(
    "auteur autrice auteure créateur créatrice fondateur fondatrice inventeur inventrice responsable".split()
)
#: the article came across her: no part of who she is
MET = frozenset(["rencontrer", "croiser", "interroger", "joindre", "contacter", "citer"])
#: « président du Conseil »: whose there is one only
OF = re.compile(r"\S+ (?:d['’]|de |du |des )")
#: words of a description that tells enough
FEWEST = 3
#: words of a description at most
LONGEST = 16


def identity_facts(reading: Reading) -> Iterator[Fact]:
    """A fact « identity » (name, description) for each person that the text introduces."""
    seen: set[str] = set()
    for sentence in reading.sentences:
        if sentence.marks - {"personal", "exclamation"}:
            continue
        for name in sentence.span.ents:
            if name.label_ != "PER" or name.text in seen or not re.match(r"[A-ZÀ-Ý]", name.text):
                continue
            found = _after(name, sentence.span) or _before_comma(name, sentence.span) or _title(name, sentence.span)
            if found is not None and _undefined(found[0], found[1]):
                continue
            demonym = found is not None and tree.head_within(found[0]).text[0].isupper() and len(found[0]) <= 2
            if found is not None and not demonym and not dangling(found[0]):
                seen.add(name.text)
                yield _fact(name, found[0], uncapital(found[1], parts.is_name(found[0][0])), found[2], sentence)


def _fact(name: Span, description: Span, text: str, sure: float, sentence: Sentence) -> Fact:
    start = sentence.offset + description.start_char
    offset = sentence.offset + name.start_char
    head = tree.head_within(description)
    slots = {
        "name": Slot(name.text, offset, offset + len(name.text), "person", nouns.gender_of(head)),
        "description": Slot(text, start, start + len(description.text), "person", nouns.gender_of(head)),
    }
    # « un marchand » says too little
    marks = frozenset({"short"} if len(text.split()) < FEWEST else ())
    return Fact("identity", slots, (sentence.bounds,), sure, marks)


def _after(name: Span, sentence: Span) -> tuple[Span, str, float] | None:
    """Mario Draghi, le président de la Banque centrale européenne."""
    doc = name.doc
    if name.end + 1 >= sentence.end or doc[name.end].text != ",":
        return None
    description = _stretch(doc[name.end + 1 : sentence.end])
    if description is None or not _describes(description):
        return None
    head = tree.head_within(description)
    met = next((t.i for t in description if t.i > head.i and t.lemma_ in MET), description.end)
    description = doc[description.start : met]
    text = description.text.strip()
    feminine = nouns.gender_of(head) == "Fem"
    if description[0] == head and head.lemma_.lower() in SINGULAR | OFFICES and OF.match(text):
        text = join("la" if feminine else "le", uncapital(text, False))
    elif not parts.is_determiner(description[0]):
        text = f"{'une' if feminine else 'un'} {uncapital(text, False)}"
    return description, text, 0.85


def _undefined(description: Span, text: str) -> bool:
    """« l'empereur », « l'ancien ministre »: of what, the text says elsewhere."""
    head = tree.head_within(description)
    return re.match(r"(?:le|la|l['’])", text.lower()) is not None and description[-1] == head


def _stretch(rest: Span) -> Span | None:
    """The words up to the next comma or stop."""
    end = next((token.i for token in rest if token.text in CLOSERS), None)
    return rest.doc[rest.start : end] if end is not None and 0 < end - rest.start <= LONGEST else None


def _describes(phrase: Span) -> bool:
    """Whether the phrase is a description of a person: a noun of person first, no verb, no name before it."""
    head = next((token for token in phrase if parts.is_noun(token)), None)
    opening = phrase[0]
    if head is None or nouns.type_of(head) != "person" or parts.is_name(head) or head.ent_type_ == "PER":
        return False
    starts = parts.is_determiner(opening) or opening == head or parts.is_adjective(opening)
    if (
        any(token.ent_type_ == "PER" for token in phrase)
        or head.lower_ in STATES
        or opening.lower_ in ("des", "les", "de", "plusieurs")
    ):
        return False
    clean = not any(parts.is_finite(token) and not _in_relative(phrase) for token in phrase)
    return starts and clean and head.i - phrase.start <= 3


def _in_relative(phrase: Span) -> bool:
    return any(parts.is_relative_pronoun(token) for token in phrase)


def _before_comma(name: Span, sentence: Span) -> tuple[Span, str, float] | None:
    """Le ministre du budget, Jérôme Cahuzac, …"""
    doc = name.doc
    if (
        name.start - 2 < sentence.start
        or doc[name.start - 1].text != ","
        or name.end >= len(doc)
        or doc[name.end].text not in CLOSERS
    ):
        return None
    start = next(
        (
            i
            for i in range(name.start - 2, max(sentence.start, name.start - LONGEST) - 1, -1)
            if parts.is_determiner(doc[i])
            and _describes(doc[i : name.start - 1])
            and (
                i == sentence.start
                or not parts.is_preposition(doc[i - 1])
                or doc[i - 1].lower_ in ("selon", "par", "pour", "à")
            )
        ),
        None,
    )
    if start is None or any(token.text in CLOSERS for token in doc[start : name.start - 1]):
        return None
    description = doc[start : name.start - 1]
    return description, description.text, 0.85


def _title(name: Span, sentence: Span) -> tuple[Span, str, float] | None:
    """L'acteur et réalisateur Tyler Perry → un acteur et réalisateur."""
    doc, start = name.doc, name.start
    while (
        start > sentence.start
        and not parts.is_determiner(doc[start - 1])
        and (
            (parts.is_noun(doc[start - 1]) and not parts.is_name(doc[start - 1]))
            or parts.is_adjective(doc[start - 1])
            or doc[start - 1].lower_ == "et"
        )
    ):
        start -= 1
    if (
        start == name.start
        or start == sentence.start
        or doc[start - 1].lower_.replace("’", "'") not in ("l'", "le", "la")
    ):
        return None
    description = doc[start : name.start]
    if not _describes(doc[start - 1 : name.start]) or (parts.is_adjective(description[-1]) and len(description) == 1):
        return None
    head = next(token for token in description if parts.is_noun(token))
    gender = nouns.name_gender(tree.head_within(name)) or nouns.gender_of(head) or parts.feature(head, "Gender")
    if any(token.lemma_.lower() in OFFICES for token in description):
        return doc[start - 1 : name.start], doc[start - 1 : name.start].text, 0.8
    return description, f"{'une' if gender == 'Fem' else 'un'} {description.text}", 0.8
