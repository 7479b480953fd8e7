"""The quality benchmark: planted faults are faults, controls look like ours, figures are those of score.py."""

import json
import random
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from benchmarks import coverage, planted, quality
from quizgen.article import Article
from quizgen.quiz import Evidence, Question, Quiz, Shortfall, Wanted

ARTICLE = Article.of("La mairie de Nantes a ouvert une bibliothèque parce que l’ancienne manquait de place.\n\n"
                     "Les pêcheurs du port vendent leurs poissons chaque matin sur le quai.", title="Une bibliothèque")
FIRST = Evidence.at(ARTICLE, *ARTICLE.paragraphs[0])


def question(kind: str, stem: str, key: Any, choices: Any = None, name: str = "essai/1") -> Question:
    """A question on the first paragraph of ARTICLE."""
    return Question(name, kind, "locate", "quand", stem, choices, key, (), (FIRST,))


CHOICE = question("multiple_choice", "Qui a ouvert la bibliothèque\u00a0?", 2,
                  ("Un éditeur", "Un libraire", "La mairie"))
VERDICT = question("true_false", "Les libraires ont ouvert une bibliothèque.", False)
WHY = question("short_answer", "Pourquoi les conseillers ont-ils ouvert une salle\u00a0?", "Par manque de place.")


def planting(fault: str, on: Question) -> Question | None:
    """`on` with the fault, seed 0."""
    return planted.FAULTS[fault](on, ARTICLE, random.Random(0))


def test_moved_key_is_another_option() -> None:
    moved = planting("moved_key", CHOICE)
    assert moved is not None
    assert moved.key in (0, 1)


@pytest.mark.parametrize(("kind", "key", "choices"), [
    ("matching", ((0, 2), (1, 0), (2, 1)), {"left": ("a", "b", "c"), "right": ("x", "y", "z")}),
    ("cloze", ("un", "deux", "trois"), ("deux", "trois", "un")),
    ("ordering", (2, 0, 1), ("x", "y", "z")),
    ("multiple_answers", (0, 2), ("w", "x", "y", "z")),
])
def test_moved_key_of_several_parts_keeps_their_number(kind: str, key: tuple, choices: Any) -> None:
    moved = planting("moved_key", question(kind, "?", key, choices))
    assert moved is not None
    assert moved.key != key
    assert len(set(moved.key)) == len(key)


def test_flipped_verdict_for_verdicts_only() -> None:
    flipped = planting("flipped_verdict", VERDICT)
    assert flipped is not None
    assert flipped.key is True
    assert planting("flipped_verdict", CHOICE) is None


@pytest.mark.parametrize(("stem", "broken"), [
    ("Pourquoi les conseillers ont-ils voté ?", "Pourquoi les conseillers a-t-ils voté ?"),
    ("Où la mairie est-elle ?", "Où la mairie sont-elle ?"),
    ("Quelle mairie a ouvert ?", "Quel mairie a ouvert ?"),
    ("Relevez « les salles » et les phrases.", "Relevez « les salles » et les phrase."),
    ("Dans les pays voisins, des livres manquent.", "Dans les pays voisins, des livre manquent."),
])
def test_broken_agreement_outside_quotations(stem: str, broken: str) -> None:
    made = planting("broken_agreement", question("short_answer", stem, "Oui."))
    assert made is not None
    assert made.stem == broken


def test_no_agreement_to_break() -> None:
    assert planting("broken_agreement", question("short_answer", "Qui a dit « les salles » ?", "Lui.")) is None


@pytest.mark.parametrize(("on", "left"), [
    (WHY, "Pourquoi ont-ils ouvert une salle\u00a0?"),
    (VERDICT, "Ils ont ouvert une bibliothèque."),
    (question("short_answer", "Qui est Odile Ferrandin\u00a0?", "La maire."), "Qui est-il\u00a0?"),
])
def test_dangling_pronoun(on: Question, left: str) -> None:
    made = planting("dangling_pronoun", on)
    assert made is not None
    assert made.stem == left


@pytest.mark.parametrize("stem", [
    "Pourquoi la bibliothèque a-t-elle été ouverte ?",
    "Pourquoi les élus qui votent ont-ils ouvert une salle ?",
    "Qui a ouvert la bibliothèque ?",
])
def test_no_pronoun_where_the_reader_may_know_who(stem: str) -> None:
    assert planting("dangling_pronoun", question("short_answer", stem, "Oui.")) is None


def test_second_right_option_beside_the_key() -> None:
    known = replace(CHOICE, id="sora/11")
    made = planting("second_right", known)
    assert made is not None
    assert "Le créateur des Madea" in made.choices
    assert made.choices[made.key] == "La mairie"
    assert planting("second_right", CHOICE) is None


def test_wrong_evidence_shares_nothing_with_the_question() -> None:
    made = planting("wrong_evidence", WHY)
    assert made is not None
    assert made.evidence == (Evidence.at(ARTICLE, *ARTICLE.paragraphs[1]),)
    assert planting("wrong_evidence", replace(WHY, stem="Que vendent les pêcheurs ?")) is None


def test_faults_are_planted_evenly() -> None:
    pool = [planted.Control(f"essai/{i}", one) for i, one in enumerate([VERDICT, VERDICT, VERDICT, WHY, WHY, CHOICE])]
    used: Counter[str] = Counter()
    made = [planted.plant(pool, ARTICLE, random.Random(0), used) for _ in range(5)]
    assert len({control.fault for control in made if control}) == 5
    assert len(pool) == 1


def test_exemplary_questions_look_like_ours(tmp_path: Path) -> None:
    row = {"text_id": "essai", "n": 3, "way": "vrai_faux", "kind": "true_false", "skill": "locate", "choices": None,
           "stem": "Vrai ou faux ? La mairie a dit : « Non ».", "key": True, "accepted": [],
           "evidence": ["parce que l'ancienne manquait  de place"]}
    rows = [row, row | {"n": 4, "kind": "unheard_of"}, row | {"n": 5, "text_id": "another"}]
    quality.write_rows(tmp_path / "exemplary_a.jsonl", rows)
    control, = planted.exemplary(tmp_path, {"essai": ARTICLE})
    assert (control.name, control.text) == ("essai/3", "essai")
    assert control.question.stem == "La mairie a dit\u00a0: «\u00a0Non\u00a0»."
    assert control.question.evidence[0].text == "parce que l’ancienne manquait de place"


@pytest.mark.parametrize(("part", "whole", "low", "high"), [
    (8, 10, 0.4902, 0.9433), (0, 10, 0.0, 0.2775), (10, 10, 0.7225, 1.0), (90, 100, 0.8256, 0.9448), (0, 0, 0.0, 0.0)])
def test_wilson(part: int, whole: int, low: float, high: float) -> None:
    assert quality.wilson(part, whole) == pytest.approx((low, high), abs=1e-4)


def test_items_hide_their_maker() -> None:
    quiz = Quiz("", ARTICLE, Wanted(), (replace(CHOICE, template="secret", confidence=0.7), WHY))
    text = coverage.Text("essai", "news", ARTICLE, quiz)
    control = planted.Control("essai/9", VERDICT, "flipped_verdict")
    (shown,), (article,), origins = quality.mixed([text], [control], random.Random(1))
    assert article["lines"][0].startswith("  1 | La mairie")
    assert [one["id"] for one in shown["items"]] == ["t01-q01", "t01-q02", "t01-q03"]
    assert not {"template", "way", "confidence", "origin"} & set().union(*shown["items"])
    assert Counter(row["origin"] for row in origins.values()) == {"quizgen": 2, "planted": 1}
    chosen = next(one for one in shown["items"] if one["choices"])
    assert (chosen["key"], chosen["choices"][2]) == ("C. La mairie", "C. La mairie")
    assert origins[chosen["id"]]["template"] == "secret"


def rated_folder(folder: Path, **failures: dict[str, str]) -> Path:
    """Four questions of five asked for, ten controls of either kind; `failures`: rater -> id -> failed marks."""
    makers = {f"q{i}": "quizgen" for i in range(4)}
    makers |= {f"{maker[0]}{i}": maker for maker in ("exemplary", "planted") for i in range(10)}
    origins = {name: {"origin": maker, "text": "essai", "genre": "news", "kind": "true_false", "template": f"t-{name}",
                      "question": name, "fault": "moved_key" if maker == "planted" else None}
               for name, maker in makers.items()}
    told = {"id": "essai", "genre": "news", "asked": 5, "given": 4, "reason": "Trop court."}
    meta = {"commit": "0123456789ab", "changed_since": [], "version": "0", "seed": 0, "texts": [told]}
    for name, content in (("key", makers), ("origins", origins), ("meta", meta)):
        (folder / f"{name}.json").write_text(json.dumps(content), encoding="utf-8")
    quality.write_rows(folder / "items.jsonl", [{"items": [{"id": name, "stem": f"Stem {name}"} for name in makers]}])
    for rater, failed in failures.items():
        marks = {name: failed.get(name, "K" if maker == "planted" else "") for name, maker in makers.items()}
        rows = [{"id": name, **{mark: mark not in wrong for mark in "GAKEU"}, "D": None, "usable": not wrong,
                 "why": f"because of {wrong}" if wrong else ""} for name, wrong in marks.items()]
        quality.write_rows(folder / f"ratings_{rater}.jsonl", rows)
    return folder


def test_report(tmp_path: Path) -> None:
    """The rates of the makers are those that score.py printed of the same rows."""
    told = quality.report(rated_folder(tmp_path, ana={"q0": "K"}, ben={"q0": "K", "q1": "GU", "e0": "U"}))
    assert "| quizgen | 4/5 | 60.0% [23%–88%] | 25.0% [5%–70%] | 40.0% [12%–77%] | 25.0% [5%–70%] " in told
    assert "| quizgen | 4/4 | 75.0% [30%–95%] | 25.0% [5%–70%] | 50.0% [15%–85%] | 25.0% [5%–70%] " in told
    assert "| exemplary | 10/10 | 100.0% [72%–100%] | 0.0% [0%–28%] | 90.0% [60%–98%] | 0.0% [0%–28%] " in told
    assert "| t-q1 | 1/1 | 100.0% [21%–100%] | 0.0% [0%–79%] | 0.0% [0%–79%] " in told
    assert "Kappa on usable: 0.50 on quizgen's" in told
    assert "| ben | 0/10 | 1/10 | none | e0 | counts |" in told
    assert "- q1 (essai, true_false, t-q1): Stem q1\n  - ben: because of GU" in told
    assert "| essai | 4/5 | Trop court. |" in told
    assert "no figure to publish" not in told


def test_a_careless_rater_does_not_count(tmp_path: Path) -> None:
    told = quality.report(rated_folder(tmp_path, ana={"q0": "K"}, ben={"q1": "K", "q2": "K", "p0": "", "p1": ""}))
    assert "| ben | 2/10 | 0/10 | p0 moved_key, p1 moved_key | none | DOES NOT COUNT |" in told
    row = next(line for line in told.splitlines() if line.startswith("| quizgen | 4/5"))
    assert row.endswith("| 60.0% [23%–88%] | 25.0% [5%–70%] |")
    assert "Fewer than two raters count" in told


def test_incoherent_ratings_are_refused(tmp_path: Path) -> None:
    folder = rated_folder(tmp_path, ana={})
    first, *rest, last = quality.rows(folder / "ratings_ana.jsonl")
    spoilt = [first | {"G": False}, rest[0], *rest, last | {"id": "x"}]
    quality.write_rows(folder / "ratings_ana.jsonl", spoilt)
    with pytest.raises(SystemExit) as error:
        quality.report(folder)
    for words in ("q0 usable against its marks", "q1 rated twice", "p9 not rated", "x is no item"):
        assert words in str(error.value)


def test_kappa_of_one_label_is_not_defined(tmp_path: Path) -> None:
    assert "Kappa on usable: not defined" in quality.report(rated_folder(tmp_path, ana={}, ben={}))


def test_nothing_rated(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="No ratings_"):
        quality.report(rated_folder(tmp_path))


def test_coverage_sees_evidence_that_is_not_verbatim() -> None:
    whole = Quiz("", ARTICLE, Wanted(), (WHY,), shortfall=Shortfall(10, 1, ""))
    assert coverage.verbatim(whole)
    for wrong in (replace(FIRST, start=1), replace(FIRST, line=2), replace(FIRST, text="")):
        assert not coverage.verbatim(replace(whole, questions=(replace(WHY, evidence=(wrong,)),)))
    assert not coverage.verbatim(replace(whole, questions=(replace(WHY, evidence=()),)))


def test_what_a_text_owes() -> None:
    assert [coverage.due(Article.of("mot " * words), 10) for words in (299, 300, 90)] == [9, 10, 3]


def test_coverage_says_what_broke() -> None:
    line = coverage.covered({"id": "vide", "genre": "news", "title": None, "text": ""}, Wanted())
    assert line.cells[:4] == ("vide", "0/0", 0, 0)
    assert "ReadError" in str(line.cells[-1])


def test_fresh_texts() -> None:
    texts = coverage.rows(coverage.FRESH)
    assert Counter(row["genre"] for row in texts) == {"news": 35, "encyclopedic": 22, "literature": 14, "civic": 13,
                                                      "simplified": 12}
    held = {"id", "genre", "title", "source", "licence", "words", "note"}
    assert all(set(row) - held in ({"text"}, {"passage"}) for row in texts)
    assert all(300 <= row["words"] == len(row["text"].split()) <= 650 for row in texts if "text" in row)
    drawn = coverage.spread(texts, 6, random.Random(0))
    assert len({row["genre"] for row in drawn[:5]}) == 5
