"""Every kind of question: what it composes, refuses, shows and prints."""

import json
import random
import tomllib
from typing import Any

import pytest

from quizgen.article.record import Article
from quizgen.errors import SettingsError
from quizgen.kinds import SAMPLE, Kind, all_kinds, kind_named
from quizgen.quiz import SKILLS, Candidate, Evidence, Question
from quizgen.settings import templates_folder
from quizgen.sheet import Blank, Block, Choices, Excerpt, Lines, Order, Pairs, Prompt

PAIRS = (("Ada", "une mathématicienne"), ("Marie", "une physicienne"), ("Rosalind", "une chimiste"))
TICKS = (("un café", True), ("un thé", True), ("un lait", False), ("un jus", False))
STEPS = ("le maçon arrive", "le mur monte", "le toit se pose", "la porte s'ouvre")
SCALE = (("la place manquait", 0.5), ("le dimanche est ouvert", 0.5))
SAMPLES = [
    pytest.param(kind, sample, id=f"{kind.name}-{rank}")
    for kind in all_kinds().values()
    for rank, sample in enumerate(kind.samples(), 1)
]
kinds = pytest.mark.parametrize("kind", all_kinds().values(), ids=lambda kind: kind.name)


def candidate(key: Any, **fields: Any) -> Candidate:
    """A candidate on the first sentence of SAMPLE."""
    given: dict[str, Any] = {
        "way": "citation",
        "skill": "locate",
        "kinds": (),
        "stem": "Qui a ouvert une salle ?",
        "evidence": (Evidence.at(SAMPLE, *SAMPLE.paragraphs[0]),),
        "confidence": 0.9,
    }
    return Candidate(key=key, **(given | fields))


def composed(name: str, *given: Any, seed: int = 0, **fields: Any) -> Question | None:
    """What the kind makes of a candidate."""
    return kind_named(name).compose(candidate(*given, **fields), SAMPLE, seed)


def block(question: Question, wanted: type) -> Any:
    """The only block of that class on the question's sheet."""
    (found,) = [each for each in kind_named(question.kind).sheet(question) if isinstance(each, wanted)]
    return found


@pytest.mark.parametrize(("kind", "sample"), SAMPLES)
def test_sample_is_shown_with_its_key(kind: Kind, sample: Question) -> None:
    """A sheet opens with what to read and has one block at least to answer in, which holds the key if there is one."""
    prompt, *blocks = kind.sheet(sample)
    assert isinstance(prompt, Prompt)
    assert prompt.text.strip()
    assert blocks
    assert all(holds_key(each) is (sample.key is not None) for each in blocks)


def holds_key(shown: Block) -> bool:
    """Whether the key of a block answers what the block shows."""
    if isinstance(shown, Choices):
        return bool(shown.key) and all(0 <= place < len(shown.options) for place in shown.key)
    if isinstance(shown, Order):
        return sorted(shown.key) == list(range(len(shown.items)))
    if isinstance(shown, Pairs):
        return sorted(a for a, _ in shown.key) == list(range(len(shown.left))) and sorted(
            b for _, b in shown.key
        ) == list(range(len(shown.right)))
    if isinstance(shown, Blank):
        gaps = [f"[[{rank}]]" for rank, _ in enumerate(shown.key, 1)]
        return all(gap in shown.text for gap in gaps) and set(shown.key) <= set(shown.bank or shown.key)
    if isinstance(shown, Excerpt):
        return all(SAMPLE.text[start:end] == shown.text for start, end in shown.key) and shown.count >= 1
    return isinstance(shown, Lines) and bool(shown.key) and shown.count >= 1


@pytest.mark.parametrize(("kind", "sample"), SAMPLES)
def test_sample_is_a_sound_question(kind: Kind, sample: Question) -> None:
    """It is of its kind, proves itself by the sample text, survives JSON and prints a key."""
    assert sample.kind == kind.name
    assert sample.skill in SKILLS
    assert all(SAMPLE.text[each.start : each.end] == each.text for each in sample.evidence)
    assert Question.from_json(json.loads(json.dumps(sample.to_json()))) == sample
    assert kind.key_text(sample).strip()


@kinds
def test_wording_is_complete(kind: Kind) -> None:
    """The kind has a name and a description for people in both languages, and no file is left over."""
    for field in ("name", "description"):
        assert set(kind.wording[field]) == {"fr", "en"}
        assert all(text.strip() for text in kind.wording[field].values())


def test_every_wording_file_is_a_kind() -> None:
    files = sorted((templates_folder() / "kinds").glob("*.toml"))
    assert [path.stem for path in files] == sorted(all_kinds())
    assert all(tomllib.loads(path.read_text(encoding="utf-8")) for path in files)


def test_unknown_kind_names_those_that_exist() -> None:
    with pytest.raises(SettingsError, match="multiple_choice") as caught:
        kind_named("crossword")
    assert "crossword" in str(caught.value)


@pytest.mark.parametrize(
    ("name", "key", "fields"),
    [
        ("multiple_choice", "La mairie", {"distractors": ("Un libraire",)}),
        ("multiple_choice", "La mairie", {"distractors": ("Un libraire", "un libraire.")}),
        ("multiple_choice", "La mairie", {"distractors": ("Un libraire", "la mairie", "Un éditeur")}),
        ("multiple_choice", True, {"distractors": ("Un libraire", "Un éditeur")}),
        ("true_false", "Vrai", {}),
        ("true_false", 1, {}),
        ("true_false", ("a", "b", "c"), {}),
        ("true_false_justified", "Vrai", {}),
        ("true_false_justified", True, {"evidence": ()}),
        ("short_answer", True, {}),
        ("short_answer", PAIRS, {}),
        ("find_in_text", "la préfecture", {}),
        ("find_in_text", False, {}),
        ("find_in_text", "mairie", {"evidence": ()}),
        ("find_in_text", "biblio", {}),
        ("find_in_text", "uvert une", {}),
        ("matching", "Ada", {}),
        ("matching", PAIRS[:2], {}),
        ("matching", True, {}),
        ("matching", (*PAIRS, ("Ada", "une comtesse")), {}),
        ("matching", (*PAIRS, ("Lise", "Une chimiste.")), {}),
        ("matching", ("a", "b", "c"), {}),
        ("cloze", "mars", {"stem": "Le 3 [[1]]."}),
        ("cloze", ("mars",), {"stem": "Le 3 [[1]]."}),
        ("cloze", ("mars", "mars"), {"stem": "Le 3 [[1]] et le 4 [[2]]."}),
        ("cloze", ("mars", "mairie"), {"stem": "Le 3 [[1]], la mairie."}),
        ("cloze", True, {}),
        ("matching", SCALE, {}),
        ("matching", TICKS, {}),
        ("multiple_answers", "Ada", {}),
        ("multiple_answers", ("a", "b", "c", "d"), {}),
        ("multiple_answers", SCALE, {}),
        ("multiple_answers", TICKS[:3], {}),
        ("multiple_answers", (("a", True), ("b", False), ("c", False), ("d", False)), {}),
        ("multiple_answers", (("a", True), ("b", True), ("c", True), ("d", True)), {}),
        ("multiple_answers", (*TICKS, ("Un café.", False)), {}),
        ("multiple_answers", (*TICKS, (" ", False)), {}),
        ("multiple_answers", (), {}),
        ("ordering", STEPS[:3], {}),
        ("ordering", (*STEPS, "e", "f", "g"), {}),
        ("ordering", (*STEPS, "Le mur monte."), {}),
        ("ordering", (*STEPS, ""), {}),
        ("ordering", PAIRS, {}),
        ("ordering", "abcd", {}),
        ("open_answer", SCALE, {}),
        ("open_answer", SCALE, {"accepted": (" ",)}),
        ("open_answer", "La place manquait.", {"accepted": ("Oui.",)}),
        ("open_answer", (), {"accepted": ("Oui.",)}),
        ("open_answer", (("a", 0.5), ("b", 0.4)), {"accepted": ("Oui.",)}),
        ("open_answer", (("a", 1.5), ("b", -0.5)), {"accepted": ("Oui.",)}),
        ("open_answer", (("a", 1.0), ("b", 0.0)), {"accepted": ("Oui.",)}),
        ("open_answer", (("a", float("nan")),), {"accepted": ("Oui.",)}),
        ("open_answer", (("a", True),), {"accepted": ("Oui.",)}),
        ("open_answer", ((" ", 1.0),), {"accepted": ("Oui.",)}),
        ("open_answer", tuple((letter, 1 / 7) for letter in "abcdefg"), {"accepted": ("Oui.",)}),
        ("expression", None, {}),
        ("expression", None, {"feedback": " "}),
        ("expression", "Oui.", {"feedback": "un avis clair"}),
    ],
    ids=str,
)
def test_what_a_kind_cannot_form_it_refuses(name: str, key: Any, fields: dict[str, Any]) -> None:
    """No question rather than one with too few options, ambiguous pairs or a key of another form."""
    assert composed(name, key, **fields) is None


@pytest.mark.parametrize("seed", range(12))
def test_multiple_choice_shuffles_and_keeps_its_key(seed: int) -> None:
    """Four options at most, of one form, the right one where the key says; the seed alone decides the order."""
    wrong = ("un libraire", "un éditeur", "une lectrice", "un imprimeur")
    made = composed("multiple_choice", "la mairie de Nantes", distractors=wrong, seed=seed)
    assert made is not None
    assert len(made.choices) == 4
    assert made.choices[made.key] == "La mairie de Nantes" == kind_named("multiple_choice").key_text(made)
    assert set(made.choices) <= {"La mairie de Nantes", *(text[0].upper() + text[1:] for text in wrong)}
    assert composed("multiple_choice", "la mairie de Nantes", distractors=wrong, seed=seed) == made
    assert block(made, Choices).key == (made.key,)


def test_seed_moves_the_key() -> None:
    made = [composed("multiple_choice", "la mairie", distractors=("a", "b", "c"), seed=seed) for seed in range(30)]
    assert {each.key for each in made if each} == {0, 1, 2, 3}


@pytest.mark.parametrize("place", range(6))
def test_multiple_choice_settles_its_key(place: int) -> None:
    """The key goes where it is told, the wrong options keep their order."""
    kind, (sample,) = kind_named("multiple_choice"), kind_named("multiple_choice").samples()
    settled = kind.settle(sample, place)
    assert settled.key == place % 4
    assert kind.key_text(settled) == kind.key_text(sample)
    assert [text for text in settled.choices if text != "La mairie de Nantes"] == [
        text for text in sample.choices if text != "La mairie de Nantes"
    ]


@pytest.mark.parametrize(("kind", "sample"), SAMPLES)
def test_settling_keeps_the_answer(kind: Kind, sample: Question) -> None:
    """Wherever a key is put, the answer in words and the options are the same."""
    settled = kind.settle(sample, random.Random(4).randrange(4))
    assert kind.key_text(settled) == kind.key_text(sample)
    assert settled.id == sample.id


def test_matching_joins_each_left_to_its_right() -> None:
    kind = kind_named("matching")
    orders = set()
    for seed in range(20):
        made = composed("matching", PAIRS, seed=seed)
        assert made is not None
        left, right = made.choices["left"], made.choices["right"]
        assert [(left[i], right[j].lower()) for i, j in made.key] == list(PAIRS)
        assert kind.key_text(made).startswith("Ada → Une mathématicienne")
        orders.add(right)
    assert len(orders) > 1


def test_cloze_offers_every_word_once() -> None:
    made = composed("cloze", ("mairie", "salles"), stem="La [[1]] a huit [[2]].", distractors=("livres", "salles"))
    assert made is not None
    assert sorted(made.choices) == ["livres", "mairie", "salles"]
    shown = block(made, Blank)
    assert shown.key == ("mairie", "salles")
    assert set(shown.bank) == {"mairie", "salles", "livres"}
    assert kind_named("cloze").key_text(made) == "(1) mairie\u00a0; (2) salles"


def test_short_answer_prints_a_sentence_and_room_for_it() -> None:
    """The key gets a capital and a full stop; a long one gets two lines."""
    short, long = composed("short_answer", "la mairie"), composed("short_answer", "parce que " + "les lecteurs " * 6)
    assert short is not None
    assert long is not None
    assert short.key == "La mairie."
    assert (block(short, Lines).count, block(long, Lines).count) == (1, 2)


def test_find_in_text_points_at_the_words() -> None:
    """The span to select is that of the words, inside the evidence, wherever the paragraph begins."""
    evidence = (Evidence.at(SAMPLE, *SAMPLE.paragraphs[1]),)
    made = composed("find_in_text", "les lecteurs", evidence=evidence)
    assert made is not None
    ((start, end),) = block(made, Excerpt).key
    assert SAMPLE.text[start:end] == "les lecteurs"
    assert kind_named("find_in_text").key_text(made) == "«\u00a0les lecteurs\u00a0»"


def test_find_in_text_points_at_whole_words_wherever_they_stand() -> None:
    """One span in each piece of evidence; the « la » of « place » is not the word « la »."""
    article = Article.of("La place que la mairie ouvre plaît.\n\nElle sera la plus grande.")
    spans = tuple(Evidence.at(article, *span) for span in article.paragraphs)
    made = composed("find_in_text", "la", evidence=spans)
    assert made is not None
    found = block(made, Excerpt).key
    assert [article.text[start - 1 : end + 1] for start, end in found] == [" la ", " la "]
    assert [start for start, _ in found] == [article.text.index("la mairie"), article.text.index("la plus")]


@pytest.mark.parametrize(("verdict", "place", "word"), [(True, 0, "Vrai"), (False, 1, "Faux")])
def test_verdict_ticks_its_option(verdict: bool, place: int, word: str) -> None:
    for name in ("true_false", "true_false_justified"):
        made = composed(name, verdict, stem="La bibliothèque a huit salles.", feedback="elle en a huit.")
        assert made is not None
        assert block(made, Choices).options[place] == word
        assert block(made, Choices).key == (place,)
        assert kind_named(name).key_text(made).startswith(word)


def test_justified_verdict_quotes_every_sentence_that_proves_it() -> None:
    article = Article.of("La salle ouvre.\n\nLa salle ferme.")
    proofs = tuple(Evidence.at(article, *span) for span in article.paragraphs)
    made = composed("true_false_justified", True, evidence=proofs)
    assert made is not None
    assert block(made, Excerpt).key == ((0, 15), (17, 32))
    assert all(proof.text in kind_named("true_false_justified").key_text(made) for proof in proofs)
