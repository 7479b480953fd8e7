"""The tokenizer of `fr_quizgen`: surface tokens as in the UD French treebanks. No model is needed."""

import subprocess
import sys

import pytest
import spacy
from spacy.language import Language

import quizgen.french.language
from quizgen.french.language import like_num, norm


@pytest.fixture(scope="module")
def nlp() -> Language:
    return spacy.blank("fr_quizgen")


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("L'eau du lac", "L'|eau|du|lac"),
        ("L’eau des lacs", "L’|eau|des|lacs"),
        ("Pleut-il, ou neige-t-il ?", "Pleut|-il|,|ou|neige|-t-il|?"),
        ("Qu'est-ce que c'est ?", "Qu'|est|-ce|que|c'|est|?"),
        ("Rendez-le-lui.", "Rendez|-le|-lui|."),
        ("Celui-ci part, ce soir-là.", "Celui-ci|part|,|ce|soir|-là|."),
        ("un rendez-vous à Bourg-en-Bresse", "un|rendez-vous|à|Bourg-en-Bresse"),
        ("Aujourd'hui, quelqu’un d'autre", "Aujourd'hui|,|quelqu’un|d'|autre"),
        ("le lait (c’est-à-dire du lait cru)", "le|lait|(|c’est-à-dire|du|lait|cru|)"),
        ("ce que l'on voit, lorsqu'on va jusqu'à Lyon", "ce|que|l'on|voit|,|lorsqu'|on|va|jusqu'|à|Lyon"),
        ("M. Morel et Mme Roy, av. J.-C.", "M.|Morel|et|Mme|Roy|,|av.|J.-C."),
        ("du pain, du vin, etc.", "du|pain|,|du|vin|,|etc."),
        ("p. ex. la B.C.E.", "p.|ex.|la|B.C.E."),
        ("7,5 % de 12 000 votants, soit 3%.", "7,5|%|de|12 000|votants|,|soit|3|%|."),
        ("12\u202f000\u00a0€", "12\u202f000|\u00a0|€"),
        ("1 234 567,89 francs", "1 234 567,89|francs"),
        ("Souvenez-vous-en, sinon va-t'en.", "Souvenez|-vous|-en|,|sinon|va|-t'|en|."),
        ("le jardin .Elle y va", "le|jardin|.|Elle|y|va"),
        ("un(e) élève ravi(e)", "un(e)|élève|ravi(e)"),
        ("en 2019 300 élèves", "en|2019|300|élèves"),
        ("par 44°S à 9h45", "par|44°S|à|9|h|45"),
        ("Lire https://exemple.org/a?b=1.", "Lire|https://exemple.org/a?b=1|."),
        ("écrire à lea.roy@exemple.org", "écrire|à|lea.roy@exemple.org"),
        ("« Non », dit-elle… “Oui” !", "«|Non|»|,|dit|-elle|…|“|Oui|”|!"),
        ("le chat—noir—dort", "le|chat|—|noir|—|dort"),
        ("-Bonjour, fit-on.", "-|Bonjour|,|fit|-on|."),
        ("le satellite d’Airbus, qu'Eutelsat loue", "le|satellite|d’|Airbus|,|qu'|Eutelsat|loue"),
        ("N'Djamena n'est pas loin", "N'Djamena|n'|est|pas|loin"),
        ("La nuit tombe.Puis il neige.", "La|nuit|tombe|.|Puis|il|neige|."),
        ("50 km/h et/ou moins, 6 m³/s", "50|km|/|h|et|/|ou|moins|,|6|m³|/|s"),
        ("Il rit.C'est bon. En 1998.Le match", "Il|rit|.|C'|est|bon|.|En|1998|.|Le|match"),
        ("l'art. L. 321-1, vol. 3 : de l'art. Le", "l'|art.|L.|321-1|,|vol.|3|:|de|l'|art|.|Le"),
        ("10 min. de cuisson, 10 min. Servir le 6 fév. 1992", "10|min.|de|cuisson|,|10|min|.|Servir|le|6|fév.|1992"),
        ("M.Dupont, n°96, de 9 h-18 h", "M.|Dupont|,|n°|96|,|de|9|h|-|18|h"),
        ("la note[3], H₂O.", "la|note|[|3|]|,|H₂O|."),
        ("le qu'en-dira-t-on", "le|qu'en-dira-t-on"),
    ],
)
def test_surface_tokens(nlp: Language, text: str, tokens: str) -> None:
    doc = nlp(text)
    assert "|".join(token.text for token in doc) == tokens
    assert doc.text == text


def test_typography_does_not_change_what_the_model_sees(nlp: Language) -> None:
    typeset, typed = nlp("L’œuvre « d’hier »"), nlp("L'oeuvre \" d'hier \"")
    for ours, theirs in zip(typeset, typed, strict=True):
        assert (ours.norm, ours.prefix, ours.suffix) == (theirs.norm, theirs.prefix, theirs.suffix)


def test_norm_of_a_no_break_number() -> None:
    assert norm("12\u202f000") == "12 000"


@pytest.mark.parametrize("text", ["12 000", "7,5", "1/3", "vingt-deux", "Mille", "-4", "trente-et-un"])
def test_numbers(text: str) -> None:
    assert like_num(text)


@pytest.mark.parametrize("text", ["et", "-", "midi", "B52", "cent-suisse", ""])
def test_not_numbers(text: str) -> None:
    assert not like_num(text)


def test_a_saved_pipeline_reads_its_rules_from_the_code(nlp: Language) -> None:
    copy = spacy.blank("fr_quizgen").from_bytes(nlp.to_bytes())
    assert [token.text for token in copy("dit-il")] == ["dit", "-il"]


def test_spacys_own_french_is_never_imported() -> None:
    code = f"import sys, spacy, {quizgen.french.language.__name__}; spacy.blank('fr_quizgen')('L’air')"
    check = f"{code}; sys.exit('spacy.lang.fr' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", check], check=False).returncode == 0
