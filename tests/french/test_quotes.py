"""Who said what, word for word."""

import pytest
from parses import reading_of

from quizgen.french.quotes import quotations
from quizgen.french.understand import quote_facts


def found(text: str) -> list[tuple[str, str, str | None]]:
    """Words, speaker and verb of every quotation of a text."""
    return [
        (each.text, each.speaker.text, each.verb.text if each.verb else None)
        for doc in reading_of(text).docs
        for each in quotations(doc)
    ]


@pytest.mark.parametrize(
    ("text", "speaker", "verb"),
    [
        (
            "« Nous rouvrirons la ligne avant la fin de l'année », a promis la ministre des Transports.",
            "la ministre des Transports",
            "a promis",
        ),
        (
            "« Les jeunes ne croient plus aux promesses », estime Paul Renard, sociologue à Lille.",
            "Paul Renard",
            "estime",
        ),
        (
            "Le capitaine de l'équipe a déclaré : « Nous avons perdu ce match par excès de confiance. »",
            "Le capitaine de l'équipe",
            "a déclaré",
        ),
        ("Selon Hélène Marchetti, « les abeilles reviennent dès que les haies repoussent ».", "Hélène Marchetti", None),
        (
            "“Les abeilles reviennent dès que les haies repoussent”, explique Hélène Marchetti.",
            "Hélène Marchetti",
            "explique",
        ),
        (
            '"Les abeilles reviennent dès que les haies repoussent", explique Hélène Marchetti.',
            "Hélène Marchetti",
            "explique",
        ),
    ],
)
def test_quotation_and_its_speaker(text: str, speaker: str, verb: str | None) -> None:
    """The speaker is taken whole, without what a comma sets off; the three sorts of quotation marks are known."""
    ((words, who, how),) = found(text)
    assert (who, how) == (speaker, verb)
    assert words in text
    assert not set('«»“”"') & set(words)


@pytest.mark.parametrize(
    "text",
    [
        "« Nous rouvrirons la ligne avant la fin de l'année », a-t-elle promis.",
        "Selon lui, « les abeilles reviennent dès que les haies repoussent ».",
        "La ministre a qualifié le projet de « durable », puis elle a quitté la salle.",
        "« Nous rouvrirons la ligne avant la fin de l'année » : l'affiche couvre encore le mur de la gare.",
        "« Nous rouvrirons la ligne avant la fin de l'année », peut-on lire sur la façade.",
        "« Quand la ligne sera-t-elle rouverte, madame la ministre ? » Personne n'a répondu.",
        "« " + "Nous rouvrirons la ligne " * 8 + "», a promis la ministre.",
    ],
    ids=["pronoun after", "pronoun source", "one word", "poster", "nobody", "unsaid", "too long"],
)
def test_no_speaker_is_guessed(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "« Nous rouvrirons la ligne avant la fin de l'année », n'a pas promis la ministre des Transports.",
        "« Nous rouvrirons la ligne avant la fin de l'année », aurait promis la ministre des Transports.",
        "« Nous rouvrirons la ligne avant la fin de l'année », aurait pu promettre la ministre des Transports.",
        "La ministre n'a jamais déclaré : « Nous rouvrirons la ligne avant la fin de l'année. »",
    ],
    ids=["denied", "hearsay", "might have", "never"],
)
def test_what_was_not_really_said(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "words", "who", "verb"),
    [
        (
            "Un policier a déclaré : « Nous ne pouvons pas arrêter tous les camions. »",
            "Nous ne pouvons pas arrêter tous les camions",
            "Un policier",
            "a déclaré",
        ),
        (
            "« Nous voudrions rouvrir la ligne avant la fin de l'année », a répondu la ministre.",
            "Nous voudrions rouvrir la ligne avant la fin de l'année",
            "la ministre",
            "a répondu",
        ),
        (
            "« La ligne ne peut pas rouvrir », a reconnu Nadia Ferrand.",
            "La ligne ne peut pas rouvrir",
            "Nadia Ferrand",
            "a reconnu",
        ),
    ],
)
def test_the_words_themselves_may_deny_and_suppose(text: str, words: str, who: str, verb: str) -> None:
    """Only the verb of saying must be neither denied nor in the conditional."""
    assert found(text) == [(words, who, verb)]


def test_first_sentence_of_a_long_quotation() -> None:
    """Several sentences between the marks: the first one is asked about."""
    text = "« La digue ne tiendra pas un hiver. Il faut donc la refaire », explique Hélène Marchetti."
    assert found(text) == [("La digue ne tiendra pas un hiver", "Hélène Marchetti", "explique")]


def test_two_quotations_two_speakers() -> None:
    text = (
        "« Le bruit nous empêche de dormir la nuit », explique Karim Belkacem. « Personne n'a demandé notre avis », "
        "regrette Odile Perrin."
    )
    assert [who for _, who, _ in found(text)] == ["Karim Belkacem", "Odile Perrin"]


def test_fact_says_where_the_words_stand() -> None:
    text = "Le bus dort.\n\n« Nous rouvrirons la ligne avant la fin de l'année », a promis la ministre des Transports."
    (fact,) = quote_facts(reading_of(text))
    quote, speaker = fact.slots["quote"], fact.slots["speaker"]
    assert quote.text in text[quote.start : quote.end]
    assert text[speaker.start : speaker.end] == speaker.text == "la ministre des Transports"
    assert speaker.type == "person"
    assert "lone" in fact.marks


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("« Les abeilles reviennent dès que les haies repoussent », ont expliqué deux chercheurs.", "a déclaré"),
        ("Selon Hélène Marchetti, « les abeilles reviennent dès que les haies repoussent ».", "a déclaré"),
        ("« Nous rouvrirons la ligne avant la fin de l'année », a promis la ministre des Transports.", "a promis"),
    ],
)
def test_verb_that_follows_who(text: str, said: str) -> None:
    """The text's own verb in the singular, else « a déclaré »."""
    (fact,) = quote_facts(reading_of(text))
    assert fact.slots["said"].text == said
