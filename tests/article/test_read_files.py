"""Files: each format gives the same paragraphs, its title and its facts."""

import io
import subprocess
import sys
import textwrap
import zipfile
from pathlib import Path

import pytest
from article_samples import (
    BODY,
    PARAGRAPHS,
    TITLE,
    article_page,
    docx_file,
    odt_file,
    page,
    pdf_file,
    plain,
    rezipped,
    saved,
)

from quizgen.article import Article, read, read_bytes


def shown(article: Article) -> list[str]:
    return [plain(article.text[start:end]) for start, end in article.paragraphs]


FILES = {
    "a.txt": f"{TITLE}\n\n{BODY}".encode(),
    "a.md": f"# {TITLE}\n\n{BODY}".encode(),
    "a.html": article_page().encode(),
    "a.docx": None,
    "a.odt": None,
    "cp1252.txt": f"{TITLE}\n\n{BODY}".encode("cp1252"),
    "utf16.txt": f"{TITLE}\n\n{BODY}".encode("utf-16"),
    "utf16-no-bom.txt": f"{TITLE}\n\n{BODY}".encode("utf-16-le"),
    "bom.txt": f"{TITLE}\n\n{BODY}".encode("utf-8-sig"),
    "no-extension": f"{TITLE}\n\n{BODY}".encode(),
    "page.unknown": article_page().encode(),
    "mac.txt": f"{TITLE}\n\n{BODY}".encode("mac_roman"),
    "dos.txt": f"{TITLE}\n\n{BODY}".encode("cp850"),
    "html-named.txt": article_page().encode(),
}


@pytest.mark.parametrize("name", FILES)
def test_every_format_gives_the_same_article(name: str, tmp_path: Path) -> None:
    makers = {"a.docx": docx_file, "a.odt": odt_file}
    data = FILES[name] or makers[name](title=TITLE)
    (tmp_path / name).write_bytes(data)
    article = read(tmp_path / name)
    assert article.title == TITLE
    assert shown(article) == list(PARAGRAPHS)


def test_what_a_file_is_wins_over_its_name() -> None:
    assert shown(read_bytes(docx_file(), "article.odt")) == list(PARAGRAPHS)
    assert shown(read_bytes(odt_file(), "article")) == list(PARAGRAPHS)
    assert shown(read_bytes(article_page().encode(), "article.doc")) == list(PARAGRAPHS)


def test_markdown_signs_go() -> None:
    source = (
        f'---\ntitle: "{TITLE}"\nauthor: Lucie Marchand\ndate: 2024-03-05\ntags: [pont]\n---\n\n## Les **faits**\n\n'
        f"{PARAGRAPHS[0].replace('fermer', '**fermer**')}\n\n* un [lien](https://exemple.fr/a_(b))\n* du `code`\n\n"
        f"> {PARAGRAPHS[1]}\n\n![image](a.png)\n\nTitre souligné\n---------\n\n{PARAGRAPHS[2]}[^1]\n\n[^1]: Une note.\n"
    )
    article = read_bytes(source.encode(), "a.md")
    assert (article.title, article.author, article.date) == (TITLE, "Lucie Marchand", "2024-03-05")
    assert shown(article) == [
        "Les faits",
        PARAGRAPHS[0],
        "- un lien\n- du code",
        PARAGRAPHS[1],
        "Titre souligné",
        PARAGRAPHS[2],
    ]


def test_html_facts_come_from_its_metadata() -> None:
    head = (
        '<title>Le vieux pont | Le Courrier</title><meta property="og:title" content="Le vieux pont">'
        '<meta name="author" content="Lucie Marchand"><meta property="og:site_name" content="Le Courrier">'
        '<meta property="article:published_time" content="2024-03-05T10:00:00Z">'
    )
    article = read_bytes(article_page(head).encode(), "a.html")
    assert (article.title, article.author, article.source, article.date) == (
        "Le vieux pont",
        "Lucie Marchand",
        "Le Courrier",
        "2024-03-05",
    )


def test_html_keeps_lists_and_loses_notes_and_furniture() -> None:
    body = (
        f"<h1>{TITLE}</h1><p>{PARAGRAPHS[0]}<sup><a href='#n1'>1</a></sup></p><p>{PARAGRAPHS[1]} Une salle de "
        f"30&nbsp;m<sup>2</sup> au XIX<sup>e</sup> siècle.</p><ul><li>un <b>bac</b> gratuit ;</li><li>un détour.</li>"
        f"</ul><h2>La suite</h2><p>{PARAGRAPHS[2]}</p>"
    )
    paragraphs = shown(read_bytes(page(body).encode(), "a.html"))
    assert paragraphs == [
        PARAGRAPHS[0],
        f"{PARAGRAPHS[1]} Une salle de 30 m² au XIXe siècle.",
        "- un bac gratuit ;\n- un détour.",
        "La suite",
        PARAGRAPHS[2],
    ]


def test_html_says_its_own_encoding() -> None:
    markup = article_page().replace("utf-8", "iso-8859-15").encode("iso-8859-15")
    assert shown(read_bytes(markup, "a.html")) == list(PARAGRAPHS)


def test_docx_cells_lists_and_revisions_are_read_but_not_headers_or_comments() -> None:
    import docx
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    document = docx.Document(io.BytesIO(docx_file(title=TITLE)))
    document.sections[0].header.paragraphs[0].text = "En-tête du collège"
    document.add_paragraph("un bac", style="List Bullet")
    document.add_paragraph("un détour", style="List Bullet")
    document.add_table(1, 2).rows[0].cells[1].text = "Une cellule du tableau."
    words = document.add_paragraph("Il a ")
    words.add_run("7")
    words.add_run("2").font.superscript = True
    words._p.append(parse_xml(f"<w:ins {nsdecls('w')}><w:r><w:t> ajouté</w:t></w:r></w:ins>"))
    words._p.append(parse_xml(f"<w:del {nsdecls('w')}><w:r><w:delText> ôté</w:delText></w:r></w:del>"))
    paragraphs = shown(read_bytes(saved(document), "a.docx"))
    assert paragraphs == [*PARAGRAPHS, "- un bac\n- un détour", "Une cellule du tableau.", "Il a 7² ajouté"]


@pytest.mark.parametrize(
    ("properties", "title", "author"),
    [
        ({"title": "Le pont de Valbourg", "author": "Lucie Marchand"}, "Le pont de Valbourg", "Lucie Marchand"),
        ({"title": "Document1", "author": "python-docx"}, None, None),
        ({"title": "cours_v2.docx", "author": "Utilisateur"}, None, None),
        ({"title": "Microsoft Word - pont", "author": "Microsoft Office User"}, None, None),
    ],
)
def test_docx_properties_count_unless_a_program_wrote_them(
    properties: dict[str, str], title: str | None, author: str | None
) -> None:
    article = read_bytes(docx_file(**properties), "a.docx")
    assert (article.title, article.author) == (title, author)


def test_odt_notes_stay_out_and_lists_stay_lines() -> None:
    from odf import text
    from odf.opendocument import load

    document = load(io.BytesIO(odt_file(title=TITLE)))
    noted = text.P(text="Les travaux durent")
    note = text.Note(noteclass="footnote")
    note.addElement(text.NoteCitation(text="1"))
    body = text.NoteBody()
    body.addElement(text.P(text="Selon la mairie."))
    note.addElement(body)
    noted.addElement(note)
    noted.addText(" deux")
    noted.addElement(text.S(c=2))
    noted.addText("ans.")
    items = text.List()
    for words in ("un bac", "un détour"):
        item = text.ListItem()
        item.addElement(text.P(text=words))
        items.addElement(item)
    document.text.addElement(noted)
    document.text.addElement(items)
    assert shown(read_bytes(saved(document), "a.odt")) == [
        *PARAGRAPHS,
        "Les travaux durent deux ans.",
        "- un bac\n- un détour",
    ]


def wrapped(width: int = 70) -> list[str]:
    return [line for paragraph in PARAGRAPHS for line in textwrap.wrap(paragraph, width, break_on_hyphens=False)]


def test_pdf_paragraphs_run_over_lines_and_pages() -> None:
    lines = wrapped()
    heads = [
        ["Le Courrier de Valbourg", *part, f"Page {number} / 3"]
        for number, part in enumerate((lines[:5], lines[5:9], lines[9:]), start=1)
    ]
    article = read_bytes(pdf_file(heads, title="Le vieux pont ferme ses arches"), "a.pdf")
    assert article.title == "Le vieux pont ferme ses arches"
    assert shown(article) == list(PARAGRAPHS)


def test_pdf_undoes_hyphens_across_pages_and_ignores_a_generic_title() -> None:
    cut = wrapped()
    place = next(number for number, line in enumerate(cut) if "automobilistes" in line)
    before, after = cut[place].split("automobilistes")
    pages = [[*cut[:place], f"{before}automo-", "1"], [f"bilistes{after}", *cut[place + 1 :], "2"]]
    article = read_bytes(pdf_file(pages, title="Microsoft Word - pont.docx"), "a.pdf")
    assert article.title is None
    assert "Les automobilistes feront un détour" in article.text


def test_pdf_title_in_large_letters() -> None:
    article = read_bytes(pdf_file([wrapped()], heading=TITLE), "a.pdf")
    assert article.title == TITLE
    assert shown(article) == list(PARAGRAPHS)


def test_pdf_first_line_in_the_letters_of_the_text_is_a_title_too() -> None:
    article = read_bytes(pdf_file([[TITLE, *wrapped()]]), "a.pdf")
    assert article.title == TITLE
    assert shown(article) == list(PARAGRAPHS)


def test_pdf_with_an_empty_password_opens() -> None:
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf_file([wrapped()]))))
    writer.encrypt(user_password="", owner_password="secret", algorithm="AES-256")  # noqa: S106
    assert shown(read_bytes(saved(writer), "a.pdf")) == list(PARAGRAPHS)


def test_external_entities_are_harmless(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("MOT DE PASSE")
    entity = f'<!DOCTYPE x [<!ENTITY e SYSTEM "{secret.as_uri()}">]>'.encode()
    for maker, part, name in ((docx_file, "word/document.xml", "a.docx"), (odt_file, "content.xml", "a.odt")):

        def poison(xml: bytes) -> bytes:
            head, _, rest = xml.partition(b"?>")
            return head + b"?>" + entity + rest.replace(b"municipal", b"&e;")

        data = rezipped(maker(), part, poison)
        assert zipfile.is_zipfile(io.BytesIO(data))
        with pytest.raises(Exception, match="instructions XML"):
            read_bytes(data, name)


def test_a_control_character_does_not_empty_a_page() -> None:
    assert (
        shown(read_bytes(article_page().replace("deux ans. Les", "deux ans.\x07Les").encode(), "a.html"))[0]
        == PARAGRAPHS[0]
    )


def test_a_path_as_text_and_a_measure(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(BODY, encoding="utf-8")
    assert max(end - start for start, end in read(str(tmp_path / "a.txt"), 40).lines) <= 40


def test_importing_the_room_loads_no_library() -> None:
    heavy = "{'trafilatura', 'ftfy', 'pypdf', 'docx', 'odf', 'requests', 'lxml', 'py3langid', 'numpy', 'spacy'}"
    code = f"import sys, quizgen.article; print({heavy} & set(sys.modules))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "set()"
