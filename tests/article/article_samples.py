"""Sample articles written for these tests, and builders of the files that hold them."""

import io
import zipfile

TITLE = "Le vieux pont ferme pour deux ans"

PARAGRAPHS = (
    "Le conseil municipal de Valbourg a décidé mardi de fermer le vieux pont pendant deux ans. Les ingénieurs doivent "
    "réparer les arches, que la crue de janvier a fissurées.",
    "Les commerçants des deux rives craignent de perdre leurs clients. « Sans le pont, personne ne viendra plus chez "
    "nous », a expliqué Lucie Marchand, qui tient une librairie sur le quai. Une pétition a réuni deux mille "
    "signatures en une semaine.",
    "La maire, Jeanne Moreau, a promis un bac gratuit pour les piétons dès le mois de mai. Les automobilistes feront "
    "un détour de douze kilomètres par le pont de l'autoroute. Les travaux coûteront quatre millions d'euros, que la "
    "région paiera pour moitié.",
    "Les habitants se souviennent de la dernière fermeture, en 1987. Elle avait duré trois fois plus longtemps que "
    "prévu, parce que l'entreprise avait fait faillite au milieu du chantier.",
)
BODY = "\n\n".join(PARAGRAPHS)


def plain(text: str) -> str:
    """`text` with ordinary spaces where French puts no-break ones, to compare words and paragraphs."""
    return text.replace("\xa0", " ").replace("\u202f", " ")


def page(body: str, head: str = "") -> str:
    """An HTML page around `body`, with furniture that is no part of the article."""
    return (
        f"<!DOCTYPE html><html lang='fr'><head><meta charset='utf-8'>{head}</head><body>"
        "<nav><ul><li><a href='/'>Accueil</a></li><li><a href='/sport'>Sport</a></li></ul></nav>"
        f"<article>{body}</article><footer><p>Tous droits réservés.</p></footer></body></html>"
    )


def article_page(head: str = "") -> str:
    """The sample article as a web page."""
    return page(f"<h1>{TITLE}</h1>" + "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS), head)


def docx_file(paragraphs: tuple[str, ...] = PARAGRAPHS, title: str | None = None, **properties: str) -> bytes:
    """A .docx; `title` gets the Title style."""
    import docx

    document = docx.Document()
    if title:
        document.add_paragraph(title, style="Title")
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    for name, value in properties.items():
        setattr(document.core_properties, name, value)
    return saved(document)


def saved(document: object) -> bytes:
    """The bytes of a python-docx document or a pypdf writer or an odfpy document."""
    out = io.BytesIO()
    getattr(document, "save", None) and document.save(out)  # type: ignore[attr-defined]
    getattr(document, "write", None) and not out.tell() and document.write(out)  # type: ignore[attr-defined]
    return out.getvalue()


def odt_file(paragraphs: tuple[str, ...] = PARAGRAPHS, title: str | None = None) -> bytes:
    """An .odt; `title` gets a style made from Title, as LibreOffice does."""
    from odf import style, text
    from odf.opendocument import OpenDocumentText

    document = OpenDocumentText()
    if title:
        made = style.Style(name="P1", family="paragraph", parentstylename="Title")
        document.automaticstyles.addElement(made)
        document.text.addElement(text.P(stylename="P1", text=title))
    for paragraph in paragraphs:
        document.text.addElement(text.P(text=paragraph))
    return saved(document)


def rezipped(data: bytes, name: str, change: object) -> bytes:
    """The zip archive `data` with its member `name` passed through `change` (bytes -> bytes)."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.namelist():
            content = old.read(member)
            new.writestr(member, change(content) if member == name else content)  # type: ignore[operator]
    return out.getvalue()


def pdf_file(pages: list[list[str]], title: str | None = None, heading: str | None = None) -> bytes:
    """A PDF written by hand: each page a list of lines in Helvetica, from the top; `heading` in large letters."""
    count = len(pages)
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {count} /Kids [{' '.join(f'{4 + 2 * n} 0 R' for n in range(count))}] >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, lines in enumerate(pages):
        shown = "".join(f"({_escaped(line)}) Tj T*\n" for line in lines)
        large = f"BT /F1 20 Tf 60 810 Td ({_escaped(heading)}) Tj ET\n" if heading and not number else ""
        stream = f"{large}BT /F1 11 Tf 14 TL 60 780 Td\n{shown}ET"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * number} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(stream.encode('cp1252'))} >>\nstream\n{stream}\nendstream")
    if title:
        objects.append(f"<< /Title ({_escaped(title)}) >>")
    return _assembled(objects, info=len(objects) if title else None)


def _escaped(line: str) -> str:
    return line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def _assembled(objects: list[str], info: int | None) -> bytes:
    data, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(data))
        data += f"{number} 0 obj\n{body}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    trailer = f"<< /Size {len(objects) + 1} /Root 1 0 R" + (f" /Info {info} 0 R >>" if info else " >>")
    return data + (
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n{trailer}\nstartxref\n{len(data)}\n%%EOF\n"
    ).encode("cp1252")
