"""Lines and paragraphs: what was wrapped is joined, what was separate stays so, what was glued is parted."""

import textwrap

import pytest
from article_samples import BODY, PARAGRAPHS, plain

from quizgen.article import read_text
from quizgen.article.repair import repair


def paragraphs(text: str) -> list[str]:
    return plain(repair(text)).split("\n\n")


@pytest.mark.parametrize(
    ("cut", "whole"),
    [
        ("le développe-\nment durable", "le développement durable"),
        ("le porte-\nparole parle", "le porte-parole parle"),
        ("vingt-\ndeux élèves", "vingt-deux élèves"),
        ("peut-\nêtre demain", "peut-être demain"),
        ("quatre-\nvingts ans", "quatre-vingts ans"),
        ("que pense-t-\nelle ?", "que pense-t-elle ?"),
        ("viendra-\nt-il ?", "viendra-t-il ?"),
        ("dit-\nil enfin", "dit-il enfin"),
        ("à Saint-\nDenis", "à Saint-Denis"),
        ("un arc-en-\nciel", "un arc-en-ciel"),
        ("c'est-\nà-dire", "c'est-à-dire"),
        ("ceux-\nci partent", "ceux-ci partent"),
        ("au-\ndessus", "au-dessus"),
        ("un au-\nteur", "un auteur"),
        ("le mi-\nlieu", "le milieu"),
        ("à mi-\ntemps", "à mi-temps"),
        ("un ex-\nprésident", "un ex-président"),
        ("à l'ex-\ntérieur", "à l'extérieur"),
        ("un passe-\nport", "un passeport"),
        ("la va-\nleur", "la valeur"),
        ("voi-\nlà tout", "voilà tout"),
        ("le sous-\nmarin", "le sous-marin"),
        ("sous-\ncrire", "souscrire"),
        ("la covid-\n19", "la covid-19"),
        ("mer-\nci à tous", "merci à tous"),
        ("beau-\ncoup", "beaucoup"),
        ("son beau-\nfrère", "son beau-frère"),
        ("aujour-\nd'hui", "aujourd'hui"),
        ("franco-\nallemand", "franco-allemand"),
        ("ce-\nlui qui", "celui qui"),
        ("est-\nce vrai", "est-ce vrai"),
    ],
)
def test_words_cut_at_the_line_end(cut: str, whole: str) -> None:
    assert plain(repair(cut)) == whole


def test_the_text_itself_decides_about_a_hyphen() -> None:
    assert "un socio-culturel" in repair("Un centre socio-culturel ouvre, un socio-\nculturel ferme.").lower()
    assert "portemine" in repair("Un portemine tombe : le porte-\nmine casse.")


@pytest.mark.parametrize("width", [50, 60, 72, 90])
@pytest.mark.parametrize("between", ["\n\n", "\n"])
def test_wrapped_prose_becomes_paragraphs(width: int, between: str) -> None:
    wrapped = between.join(textwrap.fill(paragraph, width, break_on_hyphens=False) for paragraph in PARAGRAPHS)
    assert paragraphs(wrapped) == list(PARAGRAPHS)


def test_paragraphs_given_one_a_line() -> None:
    assert paragraphs("\n".join(PARAGRAPHS)) == list(PARAGRAPHS)


@pytest.mark.parametrize(
    "text",
    [
        "Il faut :\n- du pain ;\n- du beurre ;\n- de la confiture.",
        "1. Fermer le pont\n2. Réparer les arches\n3. Rouvrir le pont",
        "— Où vas-tu ?\n— Au marché, comme tous les samedis, avec ma sœur.\n— Attends-moi !",
        "Sous le vieux pont la rivière s'en va,\nElle emporte avec elle un reflet de lune,\nEt nos deux ombres que le "
        "soir trouva\nAssises au bord, à compter une à une\nLes barques sans voile et les feuilles brunes.",
        "Farine\nBeurre\nSucre\nŒufs",
    ],
)
def test_separate_lines_stay_lines(text: str) -> None:
    assert plain(repair(text)) == text


def test_a_wrapped_item_is_one_line() -> None:
    items = (
        "- réparer les arches que l'eau de janvier a fissurées, puis\nrefaire la chaussée des deux quais ;\n- rouvrir."
    )
    assert repair(items).split("\n")[0].endswith("chaussée des deux quais\xa0;")
    assert repair(items).count("\n") == 1


def test_glued_paragraphs_come_apart() -> None:
    assert paragraphs("".join(PARAGRAPHS)) == list(PARAGRAPHS)


def test_sentences_glued_all_over_stay_one_paragraph() -> None:
    glued = (
        "Le pont ferme.La ville attend.Les boutiques souffrent.La maire promet un bac.Les habitants signent.Rien ne va."
    )
    assert paragraphs(glued) == [glued.replace(".", ". ").strip()]


def test_one_glued_sentence_in_an_article_with_paragraphs_parts_nothing() -> None:
    text = BODY.replace("duré trois fois plus longtemps que prévu", "duré trop.Elle avait trop coûté")
    assert len(paragraphs(text)) == len(PARAGRAPHS)


def test_first_line_as_title() -> None:
    followed = [read_text(f"Le vieux pont ferme{between}{BODY}") for between in ("\n\n", "\n", "\r\n\r\n")]
    assert [article.title for article in followed] == ["Le vieux pont ferme"] * 3
    assert all(article.text.startswith("Le conseil municipal") for article in followed)


def test_a_question_is_a_title_and_keeps_french_spacing() -> None:
    assert read_text(f"Faut-il fermer le pont ?\n\n{BODY}").title == "Faut-il fermer le pont\xa0?"


@pytest.mark.parametrize("first", ["Le pont ferme.", "Il faut le dire,", "le pont ferme", "- Premier point"])
def test_a_first_line_that_is_no_title(first: str) -> None:
    article = read_text(f"{first}\n\n{BODY}")
    assert article.title is None
    assert article.text.startswith(first)


def test_a_wrapped_first_line_is_no_title() -> None:
    assert read_text(textwrap.fill(BODY.replace("\n\n", " "), 72)).title is None


def test_a_declared_title_is_not_said_twice() -> None:
    article = read_text(
        f"Le vieux pont\n\n{BODY}", title="Le vieux pont", author="A. Petit", source="Le Courrier", date="2024"
    )
    assert (article.title, article.author, article.source, article.date) == (
        "Le vieux pont",
        "A. Petit",
        "Le Courrier",
        "2024",
    )
    assert article.text.startswith("Le conseil")


def test_lines_follow_the_measure() -> None:
    article = read_text(BODY, measure=50)
    assert all(end - start <= 50 for start, end in article.lines)
    assert len(article.lines) > len(read_text(BODY, measure=90).lines)
    assert len(article.paragraphs) == len(PARAGRAPHS)


@pytest.mark.parametrize(
    ("lines", "author", "date"),
    [
        ("Par Lucie Marchand\nPublié le 5 mars 2024 à 10h32", "Lucie Marchand", "5 mars 2024"),
        ("Par Lucie Marchand et Jean de la Tour, le 5 mars 2024", "Lucie Marchand et Jean de la Tour", "5 mars 2024"),
        ("Mis à jour le mardi 1er avril 2025", None, "1er avril 2025"),
        ("05/03/2024", None, "05/03/2024"),
    ],
)
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_a_byline_under_the_title_is_no_part_of_the_text(
    lines: str, author: str | None, date: str | None, between: str
) -> None:
    article = read_text(f"Le vieux pont ferme{between}{lines}{between}{BODY}")
    assert (article.title, article.author, article.date) == ("Le vieux pont ferme", author, date)
    assert article.text.startswith("Le conseil municipal")


@pytest.mark.parametrize(
    "first", ["5 mars 2024. - Le pont a fermé.", "Par Lucie, tout le monde a su la nouvelle hier."]
)
def test_a_first_sentence_is_no_byline(first: str) -> None:
    article = read_text(f"Le vieux pont ferme\n\n{first}\n\n{BODY}")
    assert article.text.startswith(first)
