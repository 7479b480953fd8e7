"""`quizgen parse`: what a reader sees of an article, in the terminal, as JSON and as a page."""

import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from stand_ins import MISSING, Run, plain

from quizgen import settings
from quizgen.article.record import Article
from quizgen.cli.parse.page import page
from quizgen.cli.parse.view import View
from quizgen.errors import ReadError
from quizgen.french.facts import Fact, Slot
from quizgen.french.look import Entity, Look, Reference, SeenClause, SeenRole, SeenSentence
from quizgen.quiz import Candidate, Evidence

ROOT = Path(__file__).resolve().parents[2]
TEXT = "La mairie de Sarn & <script>alert(1)</script> a vendu le bac.\n\nElle a-t-elle menti [sic] ?"
ARTICLE = Article.of(TEXT, title="Le bac <b>vendu</b>")


def at(words: str) -> tuple[int, int, str]:
    """Where the words stand in TEXT."""
    return TEXT.index(words), TEXT.index(words) + len(words), words


def role(name: str, words: str, sure: float, told: bool = True) -> SeenRole:
    """A role whose words stand in TEXT."""
    return SeenRole(name, *at(words), "", "thing", sure, told)


def sentence(words: str, paragraph: int, marks: frozenset[str], *clauses: SeenClause) -> SeenSentence:
    """A sentence of TEXT."""
    return SeenSentence(*at(words), paragraph, marks, clauses)


def view() -> View:
    """Two sentences: one asked about, with roles inside each other and one that no table names; one that is not."""
    told, asked = TEXT.split("\n\n")
    subject = told.split(" a vendu")[0]
    sold = SeenClause(0, 61, "a vendu", at("a vendu")[:2], frozenset({"past"}), frozenset(), (
        role("subject", subject, 0.96), role("object", "le bac", 0.5, told=False), role("rebus", "bac", 0.4)))
    lied = SeenClause(*at("Elle a-t-elle menti")[:2], "a-t-elle menti", at("a-t-elle menti")[:2],
                      frozenset({"negated", "odd"}), frozenset({"question", "odd", "unnamed"}), ())
    slots = {"answer": Slot(*reversed_slot("le bac")), "asked": Slot("la mairie a-t-elle vendu"), "marker": Slot("xyz")}
    fact = Fact("object", slots, ((0, len(told)),), 0.5)
    names = (Entity(*at("Sarn"), "LOC", "place"),)
    meant = Slot(*reversed_slot("La mairie de Sarn"))
    look = Look((sentence(told, 0, frozenset(), sold), sentence(asked, 1, frozenset({"question"}), lied)), names,
                (fact,), (Reference("pronoun", *at("Elle"), meant, 0.85),))
    candidate = Candidate("w", "locate", (), "Qu'a vendu la mairie ?", "le bac", (Evidence.at(ARTICLE, 0, len(told)),),
                          0.42, template="que_objet")
    return View("bac.txt", ARTICLE, look, (candidate,))


def reversed_slot(words: str) -> tuple[str, int, int]:
    """The words, then where they stand: a Slot's first fields."""
    start, end, text = at(words)
    return text, start, end


@pytest.fixture(autouse=True)
def stand_in(monkeypatch: pytest.MonkeyPatch) -> None:
    """No reading and no model: every source is seen as `view`, save one that is not there."""
    def read(source: str) -> str:
        if source == MISSING:
            raise ReadError("Le fichier « {path} » est introuvable : vérifiez son nom.", path=source)
        return source

    monkeypatch.setenv("COLUMNS", "160")
    monkeypatch.setattr("quizgen.article.read", read)
    monkeypatch.setattr("quizgen.cli.parse.view.view_of", lambda source, article: replace(view(), source=source))


def shown(run: Run, *arguments: str) -> str:
    """What a command printed, its white space made single."""
    done = run("parse", *arguments)
    assert (done.code, done.err) == (0, [])
    return " ".join(plain(done.out).split())


def text_of(html: str) -> str:
    """The words of a page, without its style."""
    bare = re.sub(r"<[^>]+>", "", re.sub(r"<style>.*?</style>", "", html, flags=re.DOTALL))
    return " ".join(unescape(bare).split())


def test_table_shows_roles_marks_and_reasons(run: Run) -> None:
    seen = shown(run, "bac.txt")
    assert "sujet La mairie de Sarn & <script>alert(1)</script> chose 96 % oui" in seen
    assert "objet le bac chose 50 % –" in seen
    assert "a vendu passé" in seen
    assert "à ne pas prendre au mot : question" in seen
    assert "sans fait : mode ou personne, sujet qui renvoie ailleurs négation" in seen
    assert "objet le bac · la mairie a-t-elle vendu 50 %" in seen
    assert "xyz" not in seen
    assert "Qu'a vendu la mairie ? que_objet 42 %" in seen


def test_table_lists_names_and_references(run: Run) -> None:
    seen = shown(run, "bac.txt")
    assert "Sarn lieu 1" in seen
    assert "Elle La mairie de Sarn 2 85 %" in seen


def test_what_has_no_name_is_shown_as_it_is(run: Run) -> None:
    """A role that was found but that no table of words knows yet."""
    assert "rebus bac chose 40 % oui" in shown(run, "bac.txt")
    assert "r-rebus" in shown(run, "bac.txt", "-f", "html")


def test_table_prints_brackets_as_they_are(run: Run) -> None:
    assert "menti [sic] ?" in shown(run, "bac.txt")


def test_table_goes_into_a_file_without_colours(run: Run) -> None:
    done = run("parse", "bac.txt", "-o", "regard/bac.txt")
    assert (done.code, done.out.decode().split()) == (0, ["regard/bac.txt"])
    written = Path("regard/bac.txt").read_text(encoding="utf-8")
    assert "La mairie de Sarn" in written
    assert "\x1b" not in written


def test_everything_in_english(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Labels and reasons are translated, the article and its questions stay French."""
    monkeypatch.setenv("QUIZGEN_LANG", "en")
    settings.settings.cache_clear()
    seen = shown(run, "bac.txt")
    assert "subject La mairie de Sarn" in seen
    assert "96% yes" in seen
    assert "not to be taken at its word: question" in seen
    assert "Qu'a vendu la mairie ?" in seen
    html = shown(run, "bac.txt", "-f", "html")
    assert '<html lang="en">' in html
    assert "What quizgen understood" in html
    assert "subject 96" in text_of(html)


def test_json_says_where_everything_stands(run: Run) -> None:
    done = run("parse", "bac.txt", "-f", "json")
    seen = json.loads(done.out)
    assert [seen[key] for key in ("schema", "source", "title", "text")] == [1, "bac.txt", ARTICLE.title, TEXT]
    first = seen["sentences"][0]["clauses"][0]
    parts = [*first["roles"], *seen["sentences"], *seen["entities"], *seen["references"],
             seen["references"][0]["antecedent"], seen["facts"][0]["slots"]["answer"]]
    assert all(seen["text"][part["start"] : part["end"]] == part["text"] for part in parts)
    assert first["roles"][0] == {"name": "subject", "start": 0, "end": 45, "text": TEXT[:45], "marker": "",
                                 "type": "thing", "confidence": 0.96, "told": True}
    assert seen["sentences"][1]["clauses"][0]["silent"] == ["odd", "question", "unnamed"]
    assert seen["questions"] == [{"stem": "Qu'a vendu la mairie ?", "template": "que_objet", "confidence": 0.42,
                                  "evidence": [[0, 61]]}]


@pytest.mark.parametrize(("name", "start"), [("a.json", "{"), ("a.html", "<!doctype html>"), ("a.md", "Le bac")])
def test_the_form_follows_the_name_of_the_file(run: Run, name: str, start: str) -> None:
    assert run("parse", "bac.txt", "-o", name).code == 0
    assert Path(name).read_text(encoding="utf-8").startswith(start)


def test_page_escapes_the_article(run: Run) -> None:
    """What stands in the article is shown as it stands, and never run."""
    html = run("parse", "bac.txt", "-f", "html").out.decode()
    assert "<script" not in html
    assert "<b>vendu" not in html
    assert "<title>Le bac &lt;b&gt;vendu&lt;/b&gt; · quizgen</title>" in html
    assert "& <script>alert(1)</script> sujet 96" in text_of(html)


def test_page_needs_nothing_beside_it() -> None:
    assert not re.search(r"\bsrc=|@import|url\(|<link|https?:", page(view()))


def test_page_lights_up_roles_inside_each_other() -> None:
    """Every stretch is closed inside the one around it, and the words stay whole when the labels are taken away."""
    html = page(view())
    (words,) = re.findall(r'<p class="sentence" lang="fr">(.*?)</p>', html, flags=re.DOTALL)[:1]
    assert re.search(r'class="role r-object untold" style="--sure:0.50">le <span class="role r-rebus"', words)
    assert text_of(re.sub(r"<small.*?</small>", "", words)) == TEXT.split("\n\n")[0]
    assert words.count("<span") == words.count("</span>")


def test_page_leads_from_a_pronoun_to_its_noun() -> None:
    html = page(view())
    (goal,) = re.findall(r'class="reference" href="#([^"]+)">Elle', html)
    assert f'id="{goal}">La mairie de ' in html


def test_page_says_why_nothing_came() -> None:
    html = page(view())
    second = text_of(html[html.index('id="s2"') :])
    assert "mode ou personne sujet qui renvoie ailleurs négation" in re.sub(r"(?<=\w)(?=sujet|négation)", " ", second)
    assert 'class="row unasked" id="s2"' in html


def test_a_stretch_that_crosses_another_is_cut() -> None:
    """A name that begins inside a role and ends after it is lit up in two parts, its label said once a part."""
    seen = view()
    crossing = Entity(*at("& <script>alert(1)</script> a"), "MISC", "name")
    html = page(replace(seen, look=replace(seen.look, entities=(crossing,))))
    (words,) = re.findall(r'<p class="sentence" lang="fr">(.*?)</p>', html, flags=re.DOTALL)[:1]
    assert text_of(re.sub(r"<small.*?</small>", "", words)) == TEXT.split("\n\n")[0]
    assert words.count('<span class="name">') == 2


@pytest.mark.parametrize(("arguments", "code", "said"), [
    ([MISSING], 1, "introuvable"), ([], 2, "SOURCE"), (["a.txt", "-f", "papyrus"], 2, "-f"),
    (["a.txt", "b.txt"], 2, "parse --help")])
def test_what_is_wrong_is_one_line(run: Run, arguments: list[str], code: int, said: str) -> None:
    done = run("parse", *arguments)
    assert (done.code, done.out, len(done.err)) == (code, b"", 1)
    assert said in done.err[0]


def test_a_file_that_cannot_be_written_is_one_line(run: Run) -> None:
    Path("dossier").mkdir()
    done = run("parse", "a.txt", "-f", "json", "-o", "dossier")
    assert (done.code, len(done.err)) == (1, 1)
    assert "dossier" in done.err[0]


@pytest.mark.model
@pytest.mark.parametrize("form", ["table", "json", "html"])
def test_the_sample_article_from_standard_input(form: str) -> None:
    """The whole way, with the model: what is printed is UTF-8, whatever the terminal's own encoding."""
    article = (ROOT / "templates" / "samples" / "article.txt").read_bytes()
    done = subprocess.run([sys.executable, "-c", "from quizgen.cli import main; main()", "parse", "-", "-f", form],
                          input=article, capture_output=True, check=True, cwd=ROOT,
                          env=os.environ | {"QUIZGEN_LANG": "fr"})
    seen = done.stdout.decode()
    assert done.stderr == b""
    assert "Maëlle Kerduff" in seen
    assert "Pourquoi la mairie a-t-elle choisi l’électricité" in seen
    if form == "json":
        checked(json.loads(seen))


def checked(seen: dict[str, Any]) -> None:
    """Every role and every name of a real article cuts its own words out of the text."""
    roles = [each for one in seen["sentences"] for clause in one["clauses"] for each in clause["roles"]]
    assert len(roles) > 20
    assert all(seen["text"][part["start"] : part["end"]] == part["text"] for part in [*roles, *seen["entities"]])
    assert all(0 <= each["confidence"] <= 1 for each in [*roles, *seen["facts"]])
