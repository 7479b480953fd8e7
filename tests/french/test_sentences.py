"""Where sentences start by rules alone: True, False, or left to the parser. No model is needed."""

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from quizgen.french.components import sentence_limits


@pytest.fixture(scope="module")
def nlp() -> Language:
    return spacy.blank("fr_quizgen")


def marked(doc: Doc) -> str:
    """The text with ‖ for the blanks before a sure start, and ¦ before a word left to the parser."""
    text = ""
    for token in sentence_limits(doc):
        sign = {True: "‖", False: "", None: "¦"}[token.is_sent_start] if token.i and not token.is_space else ""
        text = (text.rstrip() if sign else text) + sign + token.text_with_ws
    return text


SURE = [
    "La nuit tombe.‖Il neige.",
    "Il vient ?‖Oui !‖Elle aussi…‖Tant mieux.",
    "La nuit tombe.‖« Déjà ? » dit-il.‖Personne ne répond.",
    "« Où vas-tu ? » demanda Luc.‖« Nulle part ! » cria-t-elle.",
    "« Je pars.‖Tu restes.‖Elle hésite », dit le chef.",
    "Elle pensa : « Il ment. »‖Mais elle sourit.",
    '"Vous êtes sûr ?" demanda-t-il.‖"Certain."‖Il partit.',
    "Il a dit « oui ».‖Elle rit.",
    "— Viens !‖— Non, dit-elle.‖— Pourquoi ?‖— Parce que.",
    "Ah ! quelle journée ! que de monde !",
    "Il attendit… puis repartit.‖Rien...‖Un bruit.",
    "Jean poussa la grille — enfin ! — et entra.",
    "Il dort ; la mer monte ; personne ne parle.",
    "Une seule règle : Lire tous les jours.",
    "Elle est venue.‖(Il dormait.)‖On l'a laissé.",
    "Elle est née là (voir p. 3).‖Elle y vit.",
    "Il revient sur ce point[3].‖Le voici.[4]‖On y croit.¹‖Bien.",
    "Bravo ! 🎉‖On recommence.",
    "Un pas, un autre (…) et la chute.‖[…] Le reste suit.",
    "Il a dit Yahoo! France.‖Pas Google.",
]
ABBREVIATED = [
    "M. Dupont et Mme Roy ont vu le Dr. Petit.‖Mgr. Blanc aussi.",
    "J. K. Marlowe et J.-P. Belin vivent à St. Malo.‖Ils écrivent.",
    "Selon l'art. L. 321-1, p. 12, t. II, fig. 3, c'est permis.‖Le reste suit.",
    "Il aime l'art.‖Le reste l'ennuie.",
    "Des vis, des clous, etc. sont vendus.‖Des vis, etc.‖Il en faut.",
    "Né en 52 av. J.-C. à Rome, mort en 10 apr. J.-C.‖Les Romains le pleurent.",
    "Il est né le 6 fév. 1992, un dim. de pluie.‖Elle, le 1er juil.‖Il pleuvait.",
    "Cuire 10 min. à feu doux, puis 5 min.‖Servir avec 20 cl. de lait.",
    "La S.N.C.F. recrute.‖On parle de l'U.E.‖Elle hésite.",
    "Il manque de vitamine C.‖Le jus en donne.",
    "A. Brun, v. 1185, habite au n° 5.‖Voir bât. B.‖Elle aussi.",
    "Ils sont 10.000, soit 3.5 %.‖22 partent à 18 h 30.‖On roule à 90 km/h.‖12 restent.",
]
LISTED = [
    "1. Battez les œufs.‖2. Versez 3 l de lait.‖3. Cuisez.",
    "a) Le fond.‖b) La forme.",
    "ORGANTE. — Que faites-vous ?‖LISETTE, à part. — Rien !",
    "Art. 2. - Le loyer est fixé.‖Art. 3. - Il est dû.",
]
GLUED = ["La nuit tombe.‖Il neige.", "Il vient ?‖Oui !‖« Non »", "Fini.‖« Déjà ? »", "Il rit.‖C’est bon.", "1998.‖Le"]
BROKEN = ["Accord trouvé‖Le texte est signé.‖il entre en vigueur", "Il faut :‖- un timbre ;‖- du temps"]
#: a capital without a full stop before it may follow a heading: the parser knows
OPEN = [
    "La ville de Paris dort, Luc aussi, Mme Roy aussi.",
    "« Où vas-tu ? » demanda¦Luc.",
    "Réchauffement climatique¦Les glaces fondent.",
    "Il pensait à...¦Paris.",
    "La C.F.D.T.¦Renault et lui.",
    "Il dort longtemps.¦ensuite il part.",
    "Le mot est rude ;¦Il reste.",
]


@pytest.mark.parametrize("text", [*SURE, *ABBREVIATED, *LISTED])
@pytest.mark.parametrize("blank", [" ", "\u202f"])
def test_sure_starts(nlp: Language, text: str, blank: str) -> None:
    assert marked(nlp(text.replace("‖", blank))).replace("¦", " ") == text


@pytest.mark.parametrize("text", OPEN)
def test_left_to_the_parser(nlp: Language, text: str) -> None:
    assert marked(nlp(text.replace("¦", " "))) == text


@pytest.mark.parametrize("text", GLUED)
def test_a_lost_space(nlp: Language, text: str) -> None:
    assert marked(nlp(text.replace("‖", ""))) == text


@pytest.mark.parametrize("text", BROKEN)
def test_a_line_break(nlp: Language, text: str) -> None:
    assert marked(nlp(text.replace("‖", "\n"))) == text


@pytest.mark.parametrize("text", ["", " ", "\n", "…", "»", "« ", "(((", "...)", "[…]", "M.", '"', "1."])
def test_odd_texts(nlp: Language, text: str) -> None:
    assert marked(nlp(text)) == text
