"""A teacher's way through the pages in a real Chromium: the real server, the real French model, no stand-in."""

import io
import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from docx import Document
from playwright.sync_api import Browser, Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.model]

ROOT = Path(__file__).resolve().parents[2]
#: written for this test (CC0)
ARTICLE = """\
Depuis le 14 mars, la gare de Vernoux accueille de nouveau des voyageurs. Fermée en 1987 faute de passagers, elle a \
été rachetée par une coopérative de 312 habitants, qui l'a restaurée pendant quatre ans. Chaque matin, un train relie \
désormais le bourg à Valence en quarante minutes. La région a financé la remise en état des voies, tandis que la \
coopérative a payé les travaux du bâtiment.

L'idée est née en 2019, quand une institutrice à la retraite, Odile Chambon, a réuni ses voisins dans la salle des \
fêtes. « Nous avions perdu la poste, l'épicerie et le médecin ; nous ne voulions pas perdre aussi l'espoir », \
raconte-t-elle. Parce que la mairie refusait de dépenser le moindre euro, les habitants ont vendu des parts de \
cinquante euros. En six mois, ils ont réuni 180 000 euros. Un entrepreneur du village, Karim Belhadj, a offert les \
tuiles du toit.

Les travaux ont pourtant failli s'arrêter. En novembre 2022, une tempête a arraché la charpente, qui venait d'être \
posée. Afin de reprendre le chantier avant l'hiver, une quarantaine de bénévoles ont travaillé tous les week-ends. Les \
élèves du lycée professionnel de Privas ont fabriqué les fenêtres dans leur atelier. Ils ont également dessiné les \
bancs de la salle d'attente, où les voyageurs peuvent emprunter des livres.

La gare n'est pas seulement une gare. Le rez-de-chaussée abrite une épicerie, tenue par deux jeunes agriculteurs, et \
un cabinet où une infirmière reçoit trois fois par semaine. À l'étage, la coopérative loue quatre bureaux à des \
personnes qui travaillent à distance. Ces loyers rapportent 1 400 euros par mois et paient l'entretien du bâtiment. \
Selon la présidente de la région, Sylvie Marchand, cette expérience montre que les petites lignes ont un avenir.

Les premiers chiffres lui donnent raison. En deux mois, 9 500 voyageurs ont pris le train à Vernoux, soit deux fois \
plus que prévu. La moitié d'entre eux se rendent à leur travail. Le maire, qui ne croyait pas au projet, a changé \
d'avis et promet une piste cyclable jusqu'à la gare. Odile Chambon, elle, prépare déjà la suite : elle aimerait qu'un \
second train circule le soir pour que les lycéens puissent rentrer après leurs cours."""


@pytest.fixture(scope="module", autouse=True)
def chromium() -> None:
    """Says how to get Chromium where there is none."""
    if not shutil.which("chromium"):
        pytest.fail("No Chromium on this machine: install it with « apt-get install chromium ».")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server started as `quizgen serve` starts it, on a free port."""
    environment = {**os.environ, "QUIZGEN_DATA_DIR": str(tmp_path_factory.mktemp("data"))}
    command = [sys.executable, "-c", "from quizgen.web import serve; serve(port=0)"]
    with subprocess.Popen(command, env=environment, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        line = process.stdout.readline()
        yield line.split(" : ")[1].strip()
        process.terminate()


class Visit:
    """A page, and what it said on the console or asked of other hosts."""

    def __init__(self, page: Page, server: str) -> None:
        self.page, self.server = page, server
        self.complaints: list[str] = []
        self.strangers: list[str] = []
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", lambda request: self._seen(request.url))

    def _seen(self, url: str) -> None:
        if not url.startswith("data:") and urlsplit(url).netloc != urlsplit(self.server).netloc:
            self.strangers.append(url)

    def make(self) -> None:
        """Pastes the article and waits for its quiz."""
        self.page.goto(self.server)
        self.page.get_by_label("Texte de l’article").fill(ARTICLE)
        self.page.get_by_role("button", name="Créer le quiz").click()
        came = self.page.locator(".question, .fault, .alarm, .lost h1").first
        came.wait_for(timeout=120_000)
        assert "/quiz/" in self.page.url, came.inner_text()

    def check(self) -> None:
        """Nothing serious for axe, nothing wider than the screen, nothing said, nothing asked elsewhere."""
        violations = Axe().run(self.page).response["violations"]
        serious = [(v["id"], v["nodes"][0]["html"]) for v in violations if v["impact"] in ("serious", "critical")]
        over = self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert (serious, over, self.complaints, self.strangers) == ([], 0, [], [])


def visit(browser: Browser, server: str, width: int = 1280, **options: object) -> Visit:
    """A visit in a window of that width, in French."""
    window: dict[str, object] = {"viewport": {"width": width, "height": 860}, "locale": "fr-FR"}
    return Visit(browser.new_context(**(window | options)).new_page(), server)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def quiz(browser: Browser, server: str) -> Iterator[Visit]:
    """The quiz page, wide."""
    visited = visit(browser, server)
    visited.make()
    yield visited
    visited.page.context.close()


def test_quiz_page_is_sound(quiz: Visit) -> None:
    """Ten questions beside numbered lines, closed keys, and nothing amiss."""
    questions = quiz.page.locator(".question")
    assert questions.count() >= 8
    assert quiz.page.locator(".line.fifth").first.get_attribute("data-n") == "5"
    expect(quiz.page.locator(".proof").first).to_be_hidden()
    quiz.check()


def test_hover_lights_the_evidence(quiz: Visit) -> None:
    """What is lit is the evidence of that question, and nothing else."""
    for question in quiz.page.locator(".question").all():
        question.locator(".stem").hover()
        lit = "".join(quiz.page.locator(".lit").all_inner_texts())
        proofs = question.locator(".proof > span").evaluate_all("nodes => nodes.map(n => n.textContent)")
        assert lit
        for proof in proofs:
            assert re.sub(r"\s|[«»]", "", proof) in re.sub(r"\s|[«»]", "", lit)


def test_focus_lights_and_scrolls(quiz: Visit) -> None:
    """By keyboard: the line's link lights the evidence, Enter brings it into sight and leaves the question in place."""
    link = quiz.page.locator(".question .where").last
    link.focus()
    expect(quiz.page.locator(".question").last).to_have_class("question active")
    quiz.page.keyboard.press("Enter")
    expect(quiz.page.locator(".lit").first).to_be_in_viewport()
    expect(link).to_be_in_viewport()


def test_answers_are_shown_and_hidden_by_keyboard(quiz: Visit) -> None:
    """One switch for all, and its state is told."""
    switch = quiz.page.get_by_role("switch", name="Afficher les réponses")
    answers = quiz.page.locator(".answer")
    switch.focus()
    for key, shown in (("Enter", True), ("Space", False), ("Space", True)):
        quiz.page.keyboard.press(key)
        expect(switch).to_have_attribute("aria-checked", str(shown).lower())
        assert all(answer.is_visible() is shown for answer in answers.all())
    expect(quiz.page.locator(".proof").first).to_be_visible()
    quiz.check()


def test_word_files_open(quiz: Visit) -> None:
    """The pupil's sheet holds the questions and not the key; both files come in one archive."""
    with quiz.page.expect_download() as download:
        quiz.page.get_by_role("link", name="Fiche de l’élève").click()
    stem = quiz.page.locator(".stem").first.inner_text()
    assert stem in words(Path(download.value.path()).read_bytes())
    with quiz.page.expect_download() as download:
        quiz.page.get_by_role("link", name="Les deux").click()
    with zipfile.ZipFile(download.value.path()) as both:
        assert len([words(both.read(name)) for name in both.namelist()]) == 2


def words(content: bytes) -> str:
    """All the text of a Word file, tables too."""
    document = Document(io.BytesIO(content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([paragraph.text for paragraph in document.paragraphs] + cells)


def test_language_changes_and_the_quiz_stays_french(quiz: Visit) -> None:
    """The page speaks English, the questions are marked as French."""
    quiz.page.get_by_role("link", name="English").click()
    expect(quiz.page.locator("html")).to_have_attribute("lang", "en")
    expect(quiz.page.get_by_role("switch", name="Show answers")).to_be_visible()
    expect(quiz.page.locator(".blocks").first).to_have_attribute("lang", "fr")
    quiz.check()
    quiz.page.get_by_role("link", name="Français").click()


def test_first_page_keeps_what_was_typed(browser: Browser, server: str) -> None:
    """The tabs work by arrow keys; a change of language loses nothing."""
    visited = visit(browser, server)
    page = visited.page
    page.goto(server)
    visited.check()
    page.get_by_label("Texte de l’article").fill("Un début de texte")
    page.get_by_role("radio", name="Texte").focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_label("Adresse de la page")).to_be_visible()
    expect(page.get_by_label("Texte de l’article")).to_be_hidden()
    page.get_by_role("link", name="English").click()
    expect(page.get_by_label("Address of the page")).to_be_visible()
    page.get_by_role("radio", name="Text").check()
    expect(page.get_by_label("Text of the article")).to_have_value("Un début de texte")
    page.context.close()


def test_mistake_is_shown_where_it_is(browser: Browser, server: str) -> None:
    """A text too short comes back under its field, which has the focus, with the text still in it."""
    page = visit(browser, server).page
    page.goto(server)
    field = page.get_by_label("Texte de l’article")
    field.fill("Trop court.")
    page.get_by_role("button", name="Créer le quiz").click()
    expect(page.locator("#text-error")).to_be_visible()
    expect(field).to_have_value("Trop court.")
    expect(field).to_be_focused()
    page.context.close()


def test_phone(browser: Browser, server: str) -> None:
    """At 390 pixels, in the dark: nothing overflows, and a tapped question shows its proof under it."""
    visited = visit(browser, server, 390, has_touch=True, is_mobile=True, color_scheme="dark")
    visited.make()
    visited.check()
    question = visited.page.locator(".question").nth(2)
    question.locator(".stem").tap()
    expect(question.locator(".proof").first).to_be_visible()
    expect(question.locator(".answer")).to_be_hidden()
    visited.page.goto(server)
    visited.check()
    visited.page.context.close()


def test_without_script(browser: Browser, server: str) -> None:
    """The quiz is made, and each key opens by itself."""
    visited = visit(browser, server, java_script_enabled=False)
    visited.make()
    question = visited.page.locator(".question").first
    expect(question.locator(".answer")).to_be_hidden()
    question.locator("summary").click()
    expect(question.locator(".answer")).to_be_visible()
    expect(question.locator(".proof").first).to_be_visible()
    visited.page.context.close()
