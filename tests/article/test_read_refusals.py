"""What is refused: each refusal is one French sentence with the figure and what to do next."""

import io
import zipfile
from pathlib import Path

import pytest
from article_samples import BODY, PARAGRAPHS, article_page, docx_file, odt_file, pdf_file, rezipped, saved

from quizgen.article import checks, read, read_bytes, read_text
from quizgen.errors import ReadError


def refusal(data: bytes, name: str) -> str:
    with pytest.raises(ReadError) as caught:
        read_bytes(data, name)
    return str(caught.value)


@pytest.mark.parametrize("text", ["", "   \n\t ", "\ufeff", "… ! ?"])
def test_an_empty_text(text: str) -> None:
    with pytest.raises(ReadError, match="vide"):
        read_text(text)


def test_too_short_says_how_many_words() -> None:
    with pytest.raises(ReadError, match="11 mots, il en faut au moins 60"):
        read_text("Le pont ferme pour deux ans : la ville attend, et après ?")


def test_too_long_says_how_many_words() -> None:
    paragraph = " ".join(["La maire parle de ce pont."] * 34)
    with pytest.raises(ReadError, match="20400 mots, 20000 au plus"):
        read_text("\n\n".join([paragraph] * 100))


FOREIGN = {
    "en": "The town council decided on Tuesday to close the old bridge for two years while engineers repair its"
    " arches. Shopkeepers on both sides of the river fear that customers will not come any more, and a "
    "petition has gathered two thousand signatures. The mayor said that a ferry would carry pedestrians "
    "free of charge from May.",
    "es": "El ayuntamiento decidió el martes cerrar el viejo puente durante dos años mientras los ingenieros "
    "reparan sus arcos. Los comerciantes de ambas orillas del río temen que los clientes no vuelvan y una"
    " petición ha reunido ya dos mil firmas. La alcaldesa dijo que un barco llevaría gratis a los "
    "peatones desde mayo hasta el final.",
    "it": "Il consiglio comunale ha deciso martedì di chiudere il vecchio ponte per due anni mentre gli "
    "ingegneri riparano le sue arcate. I commercianti delle due rive del fiume temono che i clienti non "
    "tornino più e una petizione ha già raccolto duemila firme. La sindaca ha detto che un battello "
    "porterà gratis i pedoni da maggio alla fine.",
    "ca": "El consell municipal va decidir dimarts tancar el vell pont durant dos anys mentre els enginyers "
    "reparen els seus arcs. Els comerciants de les dues ribes del riu temen que els clients no tornin i "
    "una petició ja ha recollit dues mil signatures. L'alcaldessa va dir que un vaixell portaria de franc"
    " els vianants des del maig.",
    "pt": "A câmara municipal decidiu na terça-feira fechar a velha ponte durante dois anos enquanto os "
    "engenheiros reparam os seus arcos. Os comerciantes das duas margens do rio temem que os clientes não"
    " voltem e uma petição já reuniu duas mil assinaturas. A presidente disse que um barco levaria de "
    "graça os peões desde maio até ao fim das obras.",
    "ro": "Consiliul local a decis marți să închidă vechiul pod pentru doi ani, în timp ce inginerii îi repară "
    "arcele. Comercianții de pe ambele maluri ale râului se tem că nu vor mai veni clienți, iar o petiție"
    " a strâns deja două mii de semnături. Primărița a spus că un vapor va duce gratuit pietonii din mai "
    "până la sfârșitul lucrărilor și că apa este mare la podul nou.",
    "ht": "Konsèy vil la te deside madi pou l fèmen ansyen pon an pandan dezan pandan enjenyè yo ap repare ark "
    "li yo. Machann ki sou de bò rivyè a pè pou kliyan pa vini ankò, epi yon petisyon deja ranmase de mil"
    " siyati. Majistra a di yon ti bato ap pote moun ki apye gratis depi mwa me jiska fen travay yo, men "
    "nou pa konnen kilè.",
}


@pytest.mark.parametrize("language", FOREIGN)
def test_another_language(language: str) -> None:
    with pytest.raises(ReadError, match=f"pas être en français.*langue probable : {language}"):
        read_text(f"{FOREIGN[language]}\n\n{FOREIGN[language]}")


def test_a_short_french_text_full_of_english_names_is_french() -> None:
    text = (
        "Elon Musk annonce à Austin la sortie du Full Self-Driving Beta de Tesla Motors. Mark Zuckerberg et Tim Cook "
        "restent prudents, selon le Wall Street Journal et le Financial Times. À San Francisco, Google, Microsoft et "
        "Amazon Web Services attendent la décision de la Federal Trade Commission. « Move fast and break things », "
        "répond John Smith, de Goldman Sachs, sur Twitter, avant de partir pour Las Vegas avec Mary Johnson."
    )
    assert read_text(text).words > 60


def test_binary_data_named_text() -> None:
    assert "données binaires" in refusal(bytes(range(256)) * 40, "a.txt")


@pytest.mark.parametrize(
    ("data", "name", "said"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "a.docx", "ancien document Word"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "a.docx", "mot de passe"),
        (b"{\\rtf1 Bonjour}", "a.doc", "RTF"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "a.txt", "image"),
        (b"MZ" + bytes(90), "a.txt", "pas un document"),
        (BODY.encode(), "a.pdf", "pas un vrai fichier PDF"),
        (BODY.encode(), "a.docx", "pas un vrai fichier DOCX"),
        (b"PK\x03\x04" + b"abc" * 50, "a.docx", "endommagé"),
    ],
)
def test_files_that_are_not_what_we_read(data: bytes, name: str, said: str) -> None:
    assert said in refusal(data, name)
    assert f"« {name} »" in refusal(data, name)


@pytest.mark.parametrize(("member", "said"), [("xl/workbook.xml", "classeur"), ("notes.txt", "archive")])
def test_other_archives(member: str, said: str) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(member, "x")
    assert said in refusal(out.getvalue(), "a.zip")


@pytest.mark.parametrize(
    ("maker", "member", "name"), [(docx_file, "word/document.xml", "a.docx"), (odt_file, "content.xml", "a.odt")]
)
def test_damaged_documents_and_bombs(maker: object, member: str, name: str) -> None:
    whole = maker()  # type: ignore[operator]
    assert "endommagé" in refusal(whole[: len(whole) // 2], name)
    assert "endommagé" in refusal(rezipped(whole, member, lambda xml: xml[: len(xml) // 2]), name)
    assert "se déplie en" in refusal(rezipped(whole, member, lambda xml: xml + b" " * 60_000_000), name)


def test_an_encrypted_odt() -> None:
    locked = rezipped(odt_file(), "META-INF/manifest.xml", lambda xml: xml + b"<!-- encryption-data -->")
    assert "mot de passe" in refusal(locked, "a.odt")


def test_a_pdf_with_a_password() -> None:
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf_file([["Bonjour"]]))))
    writer.encrypt("secret", algorithm="AES-256")
    assert "mot de passe" in refusal(saved(writer), "a.pdf")


def test_a_pdf_of_pictures_says_its_pages() -> None:
    assert "2 page(s) d'images" in refusal(pdf_file([[], []]), "scan.pdf")


def test_a_damaged_pdf_and_the_page_to_blame() -> None:
    assert "PDF endommagé" in refusal(b"%PDF-1.4\n" + b"\x00garbage" * 20, "a.pdf")
    broken = pdf_file([[PARAGRAPHS[0]], [PARAGRAPHS[1]]]).replace(
        b"7 0 obj\n<< /Length", b"7 0 obj\n<< /Filter /Nope /Length"
    )
    assert "page 2 du PDF" in refusal(broken, "a.pdf")


def test_a_page_without_an_article() -> None:
    assert "vide" in refusal(b"<!doctype html><html><body></body></html>", "a.html")
    assert "trop court" in refusal(
        b"<!doctype html><html><body><p>Chargement de la page...</p></body></html>", "a.html"
    )


def test_a_big_file_is_refused_before_it_is_opened(tmp_path: Path) -> None:
    big = tmp_path / "big.pdf"
    with big.open("wb") as file:
        file.truncate(checks.SIZE_LIMIT + 5 * checks.MEGABYTE)
    with pytest.raises(ReadError, match=r"pèse 25\.0 Mo, plus que les 20 Mo"):
        read(big)


def test_missing_files_and_folders(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="introuvable"):
        read(tmp_path / "rien.txt")
    with pytest.raises(ReadError, match="dossier"):
        read(tmp_path)
    with pytest.raises(ReadError, match="ne peut pas être ouvert"):
        read("a" * 5000)
    with pytest.raises(ReadError, match="pas un fichier ordinaire"):
        read("/dev/null")


def test_every_sentence_is_filled_in_any_language() -> None:
    with pytest.raises(ReadError) as caught:
        read_text("Trop court.")
    assert caught.value.text(
        lambda sentence: sentence.upper().replace("{WORDS}", "{words}").replace("{LEAST}", "{least}")
    ).startswith("LE TEXTE EST TROP COURT : 2 MOTS")


def test_a_broken_page_is_still_read_or_refused() -> None:
    assert read_bytes((article_page()[:-200] + "<p <b></i>").encode(), "a.html").words > 60
