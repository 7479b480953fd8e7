"""A clause said again: as a statement, with inversion, without its subject — less the phrases lifted out of it.

The words before the subject (« En février 2024, », « Toutefois, ») are left out unless they are asked to stay; what is
in brackets goes; agreement, elision and « -t- » are set right.
"""

import re
from collections.abc import Iterable
from itertools import takewhile

from spacy.tokens import Doc, Span, Token

from quizgen.french import conjugation, nouns, parts, tree
from quizgen.french.clause import Clause, Role
from quizgen.french.determiners import definite, subject_pronoun
from quizgen.french.elision import join
from quizgen.french.inversion import invert
from quizgen.french.typography import uncapital

BRACKETS = re.compile(r"\s*\([^()]*\)")


def words(doc: Doc, indices: Iterable[int]) -> str:
    """The words of `doc` at `indices`, spaced as in the text, with the commas that a gap leaves hanging removed."""
    text, previous = "", None
    for index in indices:
        if previous is not None and index != previous + 1 and text and not text[-1].isspace() and text[-1] not in "'’":
            text += " "
        text += doc[index].text_with_ws
        previous = index
    text = BRACKETS.sub("", text)
    text = re.sub(r"\s+,(?=\s|$)", ",", text)
    text = re.sub(r"(,\s*)+(?=[,.]|$)|^\s*,\s*", "", text.strip())
    return re.sub(r"[ \t\n]+", " ", text).strip(" ,;:")


def phrase(span: Span) -> str:
    """A noun phrase as it is named elsewhere: no bracket, no apposition or relative set off by commas."""
    first = span[0]
    named = parts.is_name(first) or first.ent_type_ != "" or (parts.is_noun(first) and first.is_title)
    return uncapital(words(span.doc, range(span.start, core_end(span))), named)


def core_end(span: Span) -> int:
    """Where the phrase's own words end: before the comma that sets off an apposition, a relative or a participle."""
    for token in span:
        if token.text == "," and token.i + 1 < span.end and not _enumerates(token, span):
            return token.i
    return span.end


def _enumerates(comma: Token, span: Span) -> bool:
    """Whether the comma parts the members of a list of nouns of the phrase."""
    after = comma.doc[comma.i + 1 : span.end]
    joined = any(map(parts.is_coordinator, comma.doc[span.start : span.end]))
    return (
        joined
        and any(parts.is_noun(word) and tree.is_coordinated(word) and word.head.i < comma.i for word in after)
        and not any(parts.is_relative_pronoun(word) for word in after[:2])
    )


def subject_text(clause: Clause) -> str:
    """The subject's words; a person's title is left out before the name (« l'acteur Tyler Perry »)."""
    named = clause.named
    if clause.clitic:
        return clause.clitic
    if clause.antecedent is not None and clause.antecedent.text:
        return clause.antecedent.text
    names = [name for name in named.ents if name.label_ == "PER"]
    first = named[0]
    introduced = parts.is_noun(first) and not parts.is_name(first) and any(token.text == "," for token in named)
    if len(names) == 1 and introduced and names[0].end == named.end:
        return names[0].text
    plain = not any(token.is_punct or parts.is_preposition(token) or parts.is_finite(token) for token in named)
    if len(names) == 1 and plain and names[0].end == named.end and _is_titled(names[0], named):
        return names[0].text
    text = re.sub(r"^une? certaine? (?=[A-ZÀ-Ý])", "", phrase(named))
    if clause.antecedent is None or text.lower().startswith(("de ", "d'", "d’")):
        return text
    return definite(text, nouns.gender_of(clause.subject_head), nouns.number_of(clause.subject_head)) or text


def _is_titled(name: Span, subject: Span) -> bool:
    """Whether nouns for people stand before the name (« l'acteur »), not what bears it (« l'entreprise Lambert »)."""
    before = [token for token in subject[: name.start - subject.start] if parts.is_noun(token)]
    return bool(before) and all(nouns.type_of(token) == "person" for token in before)


def _rest(clause: Clause, omit: Iterable[Span], first: int) -> list[int]:
    """The words from `first` to the clause's end without `omit`, and without the comma before what is omitted."""
    gone = {token.i for span in (*omit, *clause.aside) for token in span} | _links(clause, first)
    kept = [i for i in range(first, clause.end) if i not in gone and not clause.subject.start <= i < clause.subject.end]
    return [i for i in kept if not (clause.doc[i].text == "," and (i + 1 in gone or i - 1 in gone))]


def _links(clause: Clause, first: int) -> set[int]:
    """The places of « cependant », « en outre » … after the conjugated word."""
    doc = clause.doc
    after = doc[clause.finite.i + 1 : clause.end]
    alone = {
        t.i
        for t in after
        if t.lower_ in LINKS
        and (parts.is_adverb(t) or parts.is_verb(t.nbor(1)))
        and doc[t.i + 1 : t.i + 2].text.lower() not in ("que", "qu'", "qu’")
    }
    return alone | {
        i
        for t in doc[first : clause.end - 1]
        if t.lower_ == "en" and doc[t.i + 1].lower_ == "outre"
        for i in (t.i, t.i + 1)
    }


def statement(clause: Clause, omit: Iterable[Span] = ()) -> str:
    """Subject, verb and rest in the order of the text: what follows « quand », « pourquoi » in indirect questions."""
    return f"{subject_text(clause)} {words(clause.doc, _rest(clause, omit, clause.group_start))}"


def _agreeing_gender(clause: Clause) -> str:
    """Fem where a participle with « être » shows that « l'iconostase » is feminine; else "": the noun tells."""
    elided = clause.named[0].text.endswith(("'", "’"))
    shown = clause.head.text.endswith(("e", "es")) and parts.feature(clause.head, "Gender") == "Fem"
    return "Fem" if elided and shown and clause.antecedent is None and "passive" in clause.marks else ""


def inverted(clause: Clause, omit: Iterable[Span] = ()) -> str | None:
    """« Tyler Perry a-t-il suspendu … »: complex inversion; None where the subject's gender cannot be known."""
    head = clause.subject_head
    gender, number = _agreeing_gender(clause) or nouns.gender_of(head), nouns.number_of(head)
    if not gender and not clause.clitic:
        return None
    doc, finite = clause.doc, clause.finite
    verb = invert(finite.text, clause.clitic or subject_pronoun(gender, number))
    if verb is None:
        return None
    kept = _rest(clause, omit, clause.group_start)
    before = words(doc, [i for i in kept if i < finite.i])
    after = words(doc, [i for i in kept if i > finite.i])
    glue = "" if before.endswith(("'", "’")) or not before else " "
    named = "" if clause.clitic else subject_text(clause)
    return " ".join(part for part in (named, before + glue + verb, after) if part)


#: endings of the third person plural whose singular needs no lexicon
PLAIN_PLURALS = {"issaient": "issait", "èrent": "a", "irent": "it", "urent": "ut", "inrent": "int", "aient": "ait"}
#: stems of verbs in -érer, whose present ends in -èrent as the passé simple of others does
PRESENT_ERENT = frozenset(
    "adh accél alt conf consid coop dégén délib diff dig esp exag "
    "g gén énum ins interf lib mod op persév préf prof prolif "
    "prosp récup régén rep réf sugg temp tol transf vén".split()
)
#: roles whose phrase names somebody or something
NAMING = frozenset(["object", "agent", "recipient", "place"])
#: adverbs that tie a sentence to the one before: a stem does without them
LINKS = frozenset(
    [
        "cependant",
        "depuis",
        "toutefois",
        "néanmoins",
        "pourtant",
        "également",
        "notamment",
        "ensuite",
        "donc",
        "alors",
        "ainsi",
        "enfin",
        "puis",
        "aussi",
    ]
)


def with_est_ce_que(clause: Clause, omit: Iterable[Span] = ()) -> str:
    """« est-ce que Tyler Perry a suspendu … »: the everyday form, which needs no gender."""
    return join("est-ce", "que", statement(clause, omit))


def stylistic(clause: Clause, omit: Iterable[Span] = ()) -> str:
    """« a suspendu Tyler Perry en février »: verb group, subject, rest — what follows « que »."""
    if clause.clitic:
        return inverted(clause, omit) or with_est_ce_que(clause, omit)
    doc = clause.doc
    last = max(clause.finite.i, clause.head.i if not tree.has_copula(clause.head) else clause.finite.i)
    lower = tree.governed(clause.head)
    last = lower.i if lower is not None else last
    kept = _rest(clause, omit, clause.group_start)
    rest = [i for i in kept if i > last]
    # « Que mange surtout le hérisson ? »
    close = list(takewhile(lambda i: parts.is_adverb(doc[i]), rest))
    group = words(doc, [i for i in kept if i <= last] + close)
    return " ".join(part for part in (group, subject_text(clause), words(doc, rest[len(close) :])) if part)


def predicate(clause: Clause, omit: Iterable[Span] = ()) -> str | None:
    """Verb and rest as they follow « qui »: third person singular; None where the agreement cannot be made."""
    kept = _rest(clause, omit, clause.group_start)
    if any(parts.is_coordinator(clause.doc[i]) and clause.doc[i - 1].text == "," for i in kept):
        return None
    plural = parts.feature(clause.finite, "Number") == "Plur"
    if not plural and nouns.gender_of(clause.subject_head) != "Fem":
        agreed = any(map(_shows_feminine, (clause.doc[i] for i in kept if i > clause.finite.i)))
        return None if agreed and tree.is_passive(clause.head) else words(clause.doc, kept)
    changed = _singular_words(clause, plural)
    if changed is None or (plural and any(clause.doc[i].lower_ in ("leur", "leurs") for i in kept)):
        return None
    before = words(clause.doc, [i for i in kept if i < clause.finite.i])
    if before.lower() in ("se", "ne", "ne se") or before.endswith(("'", "’")):
        before = elided(before, changed[clause.finite.i])
    middle = [changed.get(i) or clause.doc[i].text for i in kept if clause.finite.i <= i <= max(changed)]
    after = words(clause.doc, [i for i in kept if i > max(changed)])
    glue = "" if before.endswith(("'", "’")) or not before else " "
    rest = clause.doc[clause.head.i + 1 : clause.end]
    if any(tree.is_passive(t) or tree.has_copula(t) or t.lower_.endswith(("-même", "-mêmes")) for t in rest):
        return None
    if plural and any(parts.is_participle(t) and t.text.endswith("s") and not parts.is_noun(t.head) for t in rest):
        return None
    onward = clause.doc[clause.finite.i : clause.end]
    if plural and any(parts.is_adjective(t) and t.dep_ in tree.OPEN_COMPLEMENT for t in onward):
        return None
    return " ".join(part for part in (before + glue + " ".join(middle), after) if part)


def _shows_feminine(word: Token) -> bool:
    """A participle that agrees with a feminine which the noun did not tell (« retenue »)."""
    return parts.is_participle(word) and parts.feature(word, "Gender") == "Fem"


def _plain_singular(form: str) -> str | None:
    """The singular that the ending alone gives: « allaient » → « allait », « diffèrent » → « diffère »."""
    if form.endswith("èrent") and form[:-5].lower() in PRESENT_ERENT:
        return form[:-2]
    return next((form[: -len(end)] + one for end, one in PLAIN_PLURALS.items() if form.endswith(end)), None)


def elided(before: str, verb: str) -> str:
    """What stands before the verb as its new form wants it: « se » + « est » → « s' »."""
    whole = {"s'": "se", "n'": "ne", "l'": "le"}
    *rest, last = before.split()
    joined = join(whole.get(last.replace("’", "'").lower(), last), verb)
    return " ".join([*rest, joined[: -len(verb)].rstrip()])


def _singular_words(clause: Clause, plural: bool) -> dict[int, str] | None:
    """The words of the verb group as « qui » has them (masculine singular), by place; None where one cannot change."""
    finite, head = clause.finite, clause.head
    form: str | None = finite.text
    if plural:
        tense, mood = parts.feature(finite, "Tense"), parts.feature(finite, "Mood")
        form = _plain_singular(finite.text) or conjugation.singular(finite.text, finite.lemma_, tense, mood)
    joined = len(tree.coordinated_heads(head)) > 1
    qualified = parts.is_adjective(head) and tree.has_copula(head)
    if form is None or (joined and (qualified or tree.is_passive(head))):
        return None
    if not qualified and (parts.is_adjective(head) or tree.has_copula(head)):
        return None
    changed = {finite.i: form}
    if qualified:
        known = head.lemma_ in conjugation.masculines(head.text)
        return changed | {head.i: head.lemma_} if finite.i < head.i and known else None
    if head != finite and (tree.is_passive(head) or finite.lemma_ == "être"):
        changed[head.i] = conjugation.participle(head.text, "Masc", "Sing")
        if not changed[head.i].endswith(("é", "i", "u", "s", "t", "û")):
            return None
    return changed


def _answer_end(role: Role) -> int:
    """Where the key ends: before what a comma sets off, but for a name in apposition (« une infirmière, Sonia D. »)."""
    if role.name not in NAMING:
        return role.span.end
    end = core_end(role.span)
    names = [name for name in role.span.ents if name.start == end + 1 and name.label_ == "PER"]
    return names[0].end if names else end


def answer_text(role: Role) -> str:
    """The key as a pupil would give it: « car » and « puisque » become « parce que », an agent loses its « par »."""
    text = words(role.span.doc, range(role.span.start, _answer_end(role)))
    lowered = text.lower().replace("’", "'")
    for marker in ("car ", "puisque ", "puisqu'", "comme "):
        if role.name == "cause" and lowered.startswith(marker):
            return join("parce", "que", text[len(marker) :])
    if role.name == "agent" and lowered.startswith("par "):
        return text[4:]
    return text
