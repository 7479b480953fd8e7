"""The page of `quizgen parse` in a real Chromium: narrow and wide, light and dark, and without a mouse or colours."""

from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect
from test_parse import view

from quizgen.cli.parse.page import page as drawn

pytestmark = pytest.mark.browser
Scheme = Literal["light", "dark"]


@pytest.fixture
def address(tmp_path: Path) -> str:
    """Where the page lies."""
    file = tmp_path / "regard.html"
    file.write_text(drawn(view()), encoding="utf-8")
    return file.as_uri()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_it_fits_and_can_be_read(browser: Browser, address: str, width: int, scheme: Scheme) -> None:
    """No sideways scrolling, no accessibility fault, everything unfolded."""
    with browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme) as context:
        page = context.new_page()
        page.goto(address)
        page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
        assert page.evaluate("document.documentElement.scrollWidth") == width
        assert [fault["id"] for fault in Axe().run(page).response["violations"]] == []


def test_labels_and_sentences_can_be_hidden(page: Page, address: str) -> None:
    page.goto(address)
    label = page.locator("#s1 .tag", has_text="sujet")
    expect(label).to_be_visible()
    page.get_by_label("Étiquettes").uncheck()
    expect(label).to_be_hidden()
    page.get_by_label("Seulement les phrases sans question").check()
    expect(page.locator("#s1")).to_be_hidden()
    expect(page.locator("#s2")).to_be_visible()


def test_a_reference_leads_to_its_words(page: Page, address: str) -> None:
    page.goto(address)
    page.locator("#s2 .reference").click()
    expect(page.locator(".antecedent:target")).to_contain_text("La mairie de Sarn")
