"""Who does what, when, where and why: the clauses of a sentence and the facts they give."""

from collections.abc import Iterable

import pytest
from parses import reading_of, sentence_of

from quizgen.french.clauses import clauses
from quizgen.french.facts import Fact
from quizgen.french.said import UNSAFE, clause_facts, sentence_facts


def roles(text: str) -> list[dict[str, str]]:
    """Role -> words, for each clause of a sentence."""
    return [{role.name: role.span.text for role in clause.roles} for clause in clauses(sentence_of(text).span)]


def marks(text: str) -> set[str]:
    """The marks of the first clause of a sentence."""
    return set(next(clauses(sentence_of(text).span)).marks)


def told(text: str, kind: str) -> list[Fact]:
    """The facts of a kind that the clauses of a text give."""
    return [fact for fact in clause_facts(reading_of(text)) if fact.kind == kind]


def words(facts: Iterable[Fact], slot: str) -> list[str]:
    """The words in a slot of each fact."""
    return [fact.slots[slot].text for fact in facts]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le maire a signé l'accord.", {"subject": "Le maire", "object": "l'accord"}),
        ("La tour a été restaurée en 2016.", {"subject": "La tour", "time": "en 2016"}),
        ("Le pont a été dessiné par un ingénieur suisse.", {"subject": "Le pont", "agent": "par un ingénieur suisse"}),
        (
            "Le rapport montre que la moitié des logements sont vides.",
            {"subject": "Le rapport", "content": "que la moitié des logements sont vides"},
        ),
        (
            "En raison d'une panne, la compagnie a annulé le vol.",
            {"subject": "la compagnie", "object": "le vol", "cause": "En raison d'une panne"},
        ),
        (
            "Afin de réduire le bruit, la région a financé un mur de bois.",
            {"subject": "la région", "object": "un mur de bois", "purpose": "Afin de réduire le bruit"},
        ),
        (
            "Le laboratoire a identifié le virus en analysant les eaux usées.",
            {"subject": "Le laboratoire", "object": "le virus", "manner": "en analysant les eaux usées"},
        ),
        (
            "La course a été annulée parce que le vent soufflait trop fort.",
            {"subject": "La course", "cause": "parce que le vent soufflait trop fort"},
        ),
        (
            "Selon le ministère, trente hôpitaux auraient été touchés par la panne.",
            {"subject": "trente hôpitaux", "source": "Selon le ministère"},
        ),
    ],
)
def test_roles_of_a_clause(text: str, expected: dict[str, str]) -> None:
    """Every part stands whole in its role."""
    (found,) = roles(text)
    assert expected.items() <= found.items()


def test_two_clauses_two_subjects() -> None:
    """Coordinated clauses are parted, each with its subject and its object."""
    first, second = roles("La région a supprimé trois lignes et l'État a fermé la gare.")
    assert (first["subject"], first["object"]) == ("La région", "trois lignes")
    assert (second["subject"], second["object"]) == ("l'État", "la gare")


def test_second_verb_shares_its_subject() -> None:
    first, second = clauses(sentence_of("Le maire a signé l'accord puis a quitté la salle.").span)
    assert not first.shared
    assert second.shared
    assert second.subject.text == "Le maire"
    assert second.group_start > first.end - 1


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("Le maire n'a pas signé l'accord.", "negated"),
        ("Le maire n'a jamais signé l'accord.", "negated"),
        ("Le groupe chinois aurait vendu trois usines.", "hearsay"),
        ("L'incendie aurait été provoqué par une cigarette.", "hearsay"),
        ("La tour a été restaurée en 2016.", "passive"),
        ("Le plongeur est un ancien militaire.", "copula"),
        ("Le parc a trois portes.", "light"),
        ("Le maire a signé l'accord.", "past"),
        ("Si la mairie recrutait trente agents, l'accueil rouvrirait le samedi.", "hypothetical"),
        ("Le maire estime que l'accord est mauvais.", "reporting"),
        ("Le chanteur est parti en mai.", "etre"),
    ],
)
def test_marks_of_a_clause(text: str, mark: str) -> None:
    assert mark in marks(text)


@pytest.mark.parametrize(
    "text",
    ["Le maire espère que l'accord tiendra.", "Le maire souhaite que l'accord tienne.", "Le maire étudie l'accord."],
)
def test_a_wish_reports_nothing(text: str) -> None:
    """« Le maire espère que … » does not make « Selon le maire, … »."""
    assert "reporting" not in marks(text)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("L'entreprise Lambert a construit une usine.", "l'entreprise Lambert"),
        ("La loi Veil a autorisé une réforme.", "la loi Veil"),
        ("L'acteur Tyler Perry a construit une maison.", "Tyler Perry"),
        ("La chanteuse Lina Morel a chanté une berceuse.", "Lina Morel"),
    ],
)
def test_title_goes_and_what_bears_a_name_stays(text: str, asked: str) -> None:
    """« L'acteur » says who Tyler Perry is; an « entreprise Lambert » is no Lambert."""
    assert set(words(clause_facts(reading_of(text)), "subject")) == {asked}


def test_plain_clause_has_no_mark_that_forbids_it() -> None:
    for text in ("Le maire a signé l'accord.", "La tour a été restaurée en 2016."):
        assert not marks(text) & (UNSAFE | {"negated", "hearsay"})


@pytest.mark.parametrize(
    "text",
    [
        "Il a signé l'accord.",
        "Cette mairie a signé l'accord.",
        "Son frère a signé l'accord.",
        "Nous avons signé l'accord.",
        "Il faut trois ans de travaux.",
        "Le maire a-t-il signé l'accord ?",
        "« Le maire a signé l'accord », assure le journal.",
        "Si la mairie signe l'accord, la grève cessera.",
        "Signez l'accord avant mardi !",
        "Un accord avec la mairie",
        "— Le maire a signé l'accord, dit le facteur.",
    ],
    ids=[
        "pronoun",
        "demonstrative",
        "possessive",
        "we",
        "impersonal",
        "question",
        "quoted",
        "hypothesis",
        "order",
        "heading",
        "dialogue",
    ],
)
def test_clause_that_tells_no_fact(text: str) -> None:
    """A subject that points elsewhere, or a sentence that asserts nothing by itself, gives no fact."""
    assert list(clause_facts(reading_of(text))) == []


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("Le maire de Lyon a signé l'accord.", "a signé l'accord"),
        ("Des lycéens ont bloqué la gare.", "a bloqué la gare"),
        ("Les pêcheurs réclament une baisse.", "réclame une baisse"),
        ("La ministre des Transports s'est rendue à Lille.", "s'est rendu à Lille"),
        ("Les gendarmes sont arrivés en hélicoptère.", "est arrivé en hélicoptère"),
    ],
)
def test_predicate_agrees_with_who(text: str, predicate: str) -> None:
    """After « qui », the verb is in the third person singular, the participle in the masculine."""
    assert words(told(text, "subject"), "predicate") == [predicate]


@pytest.mark.parametrize(
    ("text", "kind", "asked"),
    [
        ("La tour a été restaurée en 2016.", "time", "la tour a-t-elle été restaurée"),
        ("La course a été annulée parce que le vent soufflait trop fort.", "cause", "la course a-t-elle été annulée"),
        (
            "Afin de réduire le bruit, la région a financé un mur de bois.",
            "purpose",
            "la région a-t-elle financé un mur de bois",
        ),
        ("L'entreprise a construit une usine en Pologne.", "place", "l'entreprise a-t-elle construit une usine"),
        ("Le pont a été dessiné par un ingénieur suisse.", "agent", "le pont a-t-il été dessiné"),
    ],
)
def test_clause_inverted_without_the_phrase_asked_for(text: str, kind: str, asked: str) -> None:
    assert words(told(text, kind), "asked") == [asked]


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Les habitants boycottent le marché parce que les prix ont doublé.", "parce que les prix ont doublé"),
        ("Puisque le pont est fermé, les cars passent par la vallée.", "parce que le pont est fermé"),
        ("Faute de neige, la station a fermé ses pistes.", "Faute de neige"),
    ],
)
def test_cause_is_given_as_a_pupil_would(text: str, answer: str) -> None:
    """« puisque » becomes « parce que »; what follows a preposition stays."""
    assert words(told(text, "cause"), "answer") == [answer]


def test_source_and_hearsay_are_kept_as_a_reserve() -> None:
    """A clause said by a source is asked about under that source; hearsay without one under the text."""
    (sourced,) = told("Selon le ministère, trente hôpitaux ont fermé.", "assertion")
    assert sourced.slots["prefix"].text == "Selon le ministère, "
    (heard,) = told("L'incendie aurait été provoqué par une cigarette.", "agent")
    assert heard.slots["prefix"].text == "d'après le texte, "


def test_slots_stand_where_they_say() -> None:
    """The offsets of an answer are those of its words in the article, also in a later paragraph."""
    text = "La ville dort.\n\nLe 4 juin 1998, le pape a visité la ville."
    (fact,) = told(text, "time")
    answer = fact.slots["answer"]
    assert text[answer.start : answer.end] == "Le 4 juin 1998"
    assert text[slice(*fact.spans[0])].startswith("Le 4 juin")
    assert {"dated", "leading"} <= fact.marks


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("La tour a été restaurée en 2016.", "closing"),
        ("En 2016, la mairie a restauré la tour.", "leading"),
    ],
)
def test_place_of_a_phrase(text: str, mark: str) -> None:
    (fact,) = told(text, "time")
    assert mark in fact.marks


def test_apposition_is_left_out_of_a_clause() -> None:
    """What a comma sets off at the end is no part of the clause said again."""
    text = "Le zoo de Mulhouse a accueilli deux lynx, qui viennent d'Allemagne."
    assert words(told(text, "assertion"), "assertion")[0] == "le zoo de Mulhouse a accueilli deux lynx"


def test_title_is_left_out_before_a_name() -> None:
    text = "Le romancier Hugo Santini a reçu le prix."
    assert words(told(text, "subject"), "answer") == ["Hugo Santini"]


@pytest.mark.parametrize(
    ("text", "assertion"),
    [
        (
            "Toutefois, la loi interdit la vente de feux d'artifice aux mineurs.",
            "La loi interdit la vente de feux d'artifice aux mineurs",
        ),
        ("Bien qu'il pleuve, les coureurs ont pris le départ.", None),
        ("Mardi dernier, le zoo de Mulhouse a accueilli deux lynx.", None),
        (
            "Le zoo de Mulhouse a présenté ses deux lynx au public.",
            "Le zoo de Mulhouse a présenté ses deux lynx au public",
        ),
        ("Il a présenté ses deux lynx au public.", None),
        ("Je préfère le zoo de Mulhouse à celui de Vincennes.", None),
        ("Le maire a dit : « Le zoo ferme. »", None),
    ],
)
def test_whole_sentence_as_an_assertion(text: str, assertion: str | None) -> None:
    """A sentence that can be read alone, without its opening link; none whose pronoun or deictic needs another."""
    found = words(sentence_facts(reading_of(text)), "assertion")
    assert found == ([assertion] if assertion else [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("La mairie a offert aux élèves un vélo.", {"recipient": "aux élèves"}),
        ("Le directeur a remis les prix à Jeanne Morel.", {"recipient": "à Jeanne Morel"}),
        ("Le festival accueille douze orchestres.", {"quantity": "douze orchestres"}),
        ("Le taux de chômage a baissé de 9,5 % en un an.", {"quantity": "9,5 %"}),
    ],
)
def test_who_receives_and_how_many(text: str, expected: dict[str, str]) -> None:
    (found,) = roles(text)
    assert expected.items() <= found.items()


def test_a_date_and_a_place_are_no_quantity_and_nobody() -> None:
    (found,) = roles("La tour a été restaurée en 2016 à Lyon.")
    assert not {"quantity", "recipient"} & set(found)


def test_a_subject_after_its_verb_is_found_and_never_asked_about() -> None:
    text = "Au loin s'élevait une tour de pierre."
    (found,) = clauses(sentence_of(text).span)
    assert found.subject.text == "une tour de pierre"
    assert "inverted" in found.marks & UNSAFE
    assert told(text, "subject") == []


def test_a_clause_of_saying_tacked_on_is_a_clause() -> None:
    text = "— Je n'ai pas vu le chat, répondit Camille."
    assert ("répondit", "Camille") in {(c.head.text, c.subject.text) for c in clauses(sentence_of(text).span)}


def test_a_clause_put_beside_another_is_read_but_not_asked_about() -> None:
    text = "Si vous êtes nombreux, évitez ce restaurant : la salle est petite."
    beside = [clause for clause in clauses(sentence_of(text).span) if clause.head.text == "petite"]
    assert [clause.subject.text for clause in beside] == ["la salle"]
    assert told(text, "subject") == []


@pytest.mark.parametrize(
    "text",
    ["Il existe trois types de passeports.", "Y a-t-il un risque ?", "Il reste deux places.", "Il est vingt heures."],
)
def test_an_impersonal_il_is_nobody(text: str) -> None:
    assert not any(found.get("subject", "").lower().endswith("il") for found in roles(text))


def test_a_verb_with_two_subjects_is_not_trusted() -> None:
    reading = reading_of("Le maire a signé l'accord.")
    (sentence,) = reading.sentences
    next(token for token in sentence.span if token.text == "accord").dep_ = "nsubj"
    (found,) = clauses(sentence.span)
    assert "crowded" in found.marks & UNSAFE
