"""Quizzes that tests of every room are tried on: `sample_quiz()` small and complete, `article_quiz()` life-size."""

from dataclasses import replace
from typing import Any

from quizgen.article.record import Article
from quizgen.kinds import SAMPLE, all_kinds
from quizgen.quiz import Evidence, Question, Quiz, Wanted

#: written for these tests (CC0); « ~ » stands for the no-break space
TEXT = """\
Depuis septembre, les élèves du collège Jeanne-Barret, à Lorient, déjeunent de ce qu’ils ont semé. Derrière le \
gymnase, une friche de 1~200~mètres carrés est devenue un potager où poussent vingt-six variétés de légumes. Le \
projet, lancé par la professeure de sciences Maëlle Le~Goff, a d’abord fait sourire la commune~: en 2021, le conseil \
municipal avait refusé toute subvention.

«~Nous n’avions ni outils ni argent, seulement de la terre et beaucoup de bras~», raconte l’enseignante. Les familles \
ont alors prêté des bêches, et un maraîcher voisin, Yann Kerdoncuff, a offert les premières graines. Il vient encore \
chaque mercredi conseiller les jardiniers. En échange, les collégiens tiennent son étal le premier samedi du mois.

La récolte de 2024 a dépassé toutes les attentes~: 3,4~tonnes, soit trois fois plus que l’année précédente. Les \
tomates arrivent en tête, devant les courges et les haricots. La moitié des légumes est cuisinée à la cantine~; le \
reste est donné à une association qui aide 140~foyers du quartier. Parce que le potager réduit ses achats, la cantine \
économise désormais 9~000~euros par an. Cette somme paie une sortie à chaque classe.

Tout n’a pourtant pas été facile. Au printemps 2023, un gel tardif a détruit les jeunes plants en une seule nuit. \
Afin d’éviter un nouveau désastre, les élèves ont construit une serre avec les vitres d’une ancienne usine. Ils ont \
aussi installé six cuves, qui recueillent l’eau de pluie tombée sur le toit du gymnase. «~On a appris à ne rien \
gaspiller~», résume Inès, quatorze ans, qui préside le club des jardiniers.

L’expérience change aussi les assiettes. Selon la cheffe de cuisine, Solange Mbaye, les restes jetés ont diminué de \
40~% en un an~: on ne laisse pas ce qu’on a fait pousser. Plusieurs élèves, qui refusaient les courgettes, en \
demandent désormais. Séduite, la commune vient de changer d’avis. Elle financera, dès janvier, un potager dans \
chacune des neuf écoles de la ville, et Maëlle Le~Goff formera les maîtres volontaires. «~Le plus difficile sera de \
leur apprendre la patience~», sourit-elle.""".replace("~", "\u00a0")

ARTICLE = Article.of(TEXT, title="Au collège, le déjeuner pousse derrière le gymnase", author="Claire Morvan",
                     source="Le Courrier du port", date="12 novembre 2024")
#: a text for beginners and a text of a book, both short
EASY = "Le chat dort. Il est petit. Marie aime le chat. Elle joue avec lui. Le chat mange et il boit."
HARD = (
    "Bien qu'il fût harassé, le cordelier, que les mendiants importunaient, franchit l'escarpement et demanda qu'on "
    "l'escortât jusqu'à la bourgade. Les villageois arrivèrent, qui brandissaient leurs quenouilles."
)


def evidence(quoted: str) -> Evidence:
    """The evidence that stands verbatim, and only once, in ARTICLE; « ~ » stands for the no-break space."""
    quoted = quoted.replace("~", "\u00a0")
    assert TEXT.count(quoted) == 1, quoted
    return Evidence.at(ARTICLE, TEXT.index(quoted), TEXT.index(quoted) + len(quoted))


def question(kind: str, stem: str, *quoted: str, key: Any, **fields: Any) -> Question:
    """A question of ARTICLE, its evidence found by the words quoted."""
    given: dict[str, Any] = {"skill": "locate", "way": "vrai_faux", "choices": None, "accepted": (), "points": 2.0}
    return Question(f"article-{len(stem)}-{kind}", kind, stem=stem.replace("~", "\u00a0"), key=key,
                    evidence=tuple(map(evidence, quoted)), **(given | fields))


def article_quiz() -> Quiz:
    """Ten questions of seven kinds on an article of 350 words, 20 points in all."""
    return Quiz("Le potager du collège", ARTICLE, Wanted(), (*_first_half(), *_second_half()),
                level={"cefr": "B1", "why": ["Phrases de 16 mots en moyenne (B1)."]})


def _first_half() -> list[Question]:
    return [
        question("multiple_choice", "Qui a lancé le projet du potager~?", "Le projet, lancé par la professeure de "
                 "sciences Maëlle Le~Goff", key=1, way="qui_que_quoi_a_qui_de_quoi",
                 choices=("Un maraîcher de Lorient", "Une professeure de sciences", "La cheffe de cuisine",
                          "Le conseil municipal")),
        question("true_false", "En 2021, la commune a donné de l’argent pour le potager.", "en 2021, le conseil "
                 "municipal avait refusé toute subvention", key=False, points=1.0,
                 feedback="elle avait refusé toute subvention."),
        question("short_answer", "Qui a offert les premières graines~?", "un maraîcher voisin, Yann Kerdoncuff, a "
                 "offert les premières graines", key="Yann Kerdoncuff.", points=1.5, way="qui_que_quoi_a_qui_de_quoi",
                 accepted=("Un maraîcher voisin.", "Un maraîcher voisin, Yann Kerdoncuff.")),
        question("find_in_text", "Relevez l’expression qui indique à quel moment les collégiens tiennent l’étal.",
                 "les collégiens tiennent son étal le premier samedi du mois", key="le premier samedi du mois",
                 way="relever"),
        question("matching", "Associez chaque nombre à ce qu’il compte.", "une association qui aide 140~foyers du "
                 "quartier", "la cantine économise désormais 9~000~euros par an", "un potager où poussent vingt-six "
                 "variétés de légumes", "six cuves, qui recueillent l’eau de pluie", way="chiffres", points=3.0,
                 skill="understand", key=((0, 2), (1, 0), (2, 3), (3, 1)),
                 choices={"left": ("140", "9\u00a0000", "26", "6"),
                          "right": ("Les euros économisés par an", "Les cuves d’eau de pluie", "Les foyers aidés",
                                    "Les variétés de légumes")})]


def _second_half() -> list[Question]:
    return [
        question("short_answer", "Pourquoi la cantine économise-t-elle 9~000~euros par an~?", "Parce que le potager "
                 "réduit ses achats", key="Parce que le potager réduit ses achats.", skill="understand",
                 way="pourquoi_dans_quel_but_comment"),
        question("true_false_justified", "Le gel a épargné une partie des jeunes plants.", "Au printemps 2023, un gel "
                 "tardif a détruit les jeunes plants en une seule nuit.", key=False, skill="understand", points=2.5,
                 way="vrai_faux_justification"),
        question("cloze", "Afin d’éviter un nouveau [[1]], les élèves ont construit une [[2]] avec les [[3]] d’une "
                 "ancienne usine.", "Afin d’éviter un nouveau désastre, les élèves ont construit une serre avec les "
                 "vitres d’une ancienne usine.", key=("désastre", "serre", "vitres"), skill="vocabulary",
                 way="texte_a_trous", choices=("vitres", "désastre", "serre"), points=3.0),
        question("true_false", "Les restes jetés ont diminué.", "les restes jetés ont diminué de 40~% en un an",
                 key=True, points=1.0),
        question("multiple_choice", "Que fera la commune à partir de janvier~?", "Elle financera, dès janvier, un "
                 "potager dans chacune des neuf écoles de la ville", key=0, way="quand_ou_combien_depuis_quand",
                 choices=("Elle financera un potager dans chaque école.", "Elle construira une nouvelle cantine.",
                          "Elle achètera les légumes du collège."))]


def sample_quiz() -> Quiz:
    """Every kind's own samples, one point each, over the two sentences of quizgen.kinds.SAMPLE."""
    questions = tuple(replace(sample, id=f"{sample.id}-{number}") for kind in all_kinds().values()
                      for number, sample in enumerate(kind.samples(), 1))
    wanted = Wanted(count=len(questions), points_total=len(questions))
    return Quiz("La bibliothèque de Nantes", SAMPLE, wanted, questions)
