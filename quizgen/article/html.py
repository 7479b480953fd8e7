"""A web page's article, found by trafilatura on bytes that we fetched ourselves; its tree gives the paragraphs."""

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from quizgen.article.decoding import decode
from quizgen.article.draft import Draft
from quizgen.article.titles import plausible_title
from quizgen.article.wordlist import words
from quizgen.errors import ReadError

_CHARSET = re.compile(rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.I)
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_RAISED, _LOWERED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"), str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
#: elements of trafilatura's tree that begin a paragraph of their own; all others run on in the line
_HOLDERS = words("p head item cell quote code ab fw list table row div body main")
#: no guess from any date that stands somewhere in the text
_DATES = {"original_date": True, "extensive_search": False}


def draft(data: bytes, charset: str | None = None, url: str | None = None) -> Draft:
    """The article in an HTML page and what its metadata say; an empty text where there is no article."""
    import trafilatura
    from lxml import etree

    declared = _CHARSET.search(data[:4096])
    markup = decode(data, charset or (declared[1].decode("ascii") if declared else None))
    try:
        tree = _parse(markup)
        # favor_recall: a teacher's own page is short and plain, which the default takes for furniture
        found: Any = trafilatura.bare_extraction(
            tree, url=url, with_metadata=True, include_comments=False, favor_recall=True, date_extraction_params=_DATES
        )
        text = "".join(_paragraphs(found.body)).strip() if found is not None else ""
    except (etree.LxmlError, ValueError, RecursionError) as error:
        raise ReadError(
            "Cette page est trop mal écrite pour être lue : copiez le texte dans votre navigateur et collez-le ici."
        ) from error
    if found is None:
        return Draft("")
    # without a declared name trafilatura takes the site's from its address, port and all: `read_url` says it better
    site = found.sitename if found.sitename and found.sitename not in urlsplit(url or "").netloc else None
    return Draft(text, plausible_title(found.title), found.author, site, found.date)


def _parse(markup: str) -> Any:
    """The tree, without the calls of notes, its raised and lowered figures as characters."""
    from lxml import html

    # one control character, and trafilatura finds nothing at all
    markup = _CONTROLS.sub(" ", markup)
    # bytes: a str with an encoding declaration is refused; entities and the network are not used by the HTML parser
    tree = html.document_fromstring(markup.encode(), parser=html.HTMLParser(encoding="utf-8", no_network=True))
    for element in list(tree.iter("sup", "sub")):
        inside = "".join(element.itertext()).strip()
        if element.tag == "sup" and (element.find(".//a") is not None or inside.startswith("[")):
            element.drop_tree()
        elif inside.isdecimal() and len(element) == 0:
            element.text = inside.translate(_RAISED if element.tag == "sup" else _LOWERED)
            element.drop_tag()
        else:
            element.drop_tag()
    return tree


def _paragraphs(element: Any) -> Iterator[str]:
    """Each paragraph within, followed by what parts it from the next: a blank line, or a line end after an item."""
    run = element.text or ""
    for child in element:
        if child.tag in _HOLDERS:
            yield from _paragraph(run, element.tag)
            yield from _paragraphs(child)
            run = child.tail or ""
        else:
            run += _inline(child) + (child.tail or "")
    yield from _paragraph(run, element.tag)
    if element.tag == "list":
        yield "\n"


def _paragraph(run: str, tag: str) -> Iterator[str]:
    """White space of the source is one space; the line ends that the page asks for are kept."""
    text = re.sub(r" *\v *", "\n", re.sub(r"[ \t\r\n]+", " ", run)).strip()
    if text:
        yield f"- {text}\n" if tag == "item" else f"{text}\n\n"


def _inline(element: Any) -> str:
    """All text within; a vertical tab stands for each <lb/> until white space has been squeezed."""
    if element.tag == "lb":
        return "\v"
    return (element.text or "") + "".join(_inline(child) + (child.tail or "") for child in element)
