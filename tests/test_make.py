"""The whole way, from an article to its quiz, on one article told three times with other words."""

import json
from functools import cache
from typing import Any, NamedTuple

import pytest

from quizgen.article.record import Article
from quizgen.kinds import kind_named
from quizgen.make import make_quiz
from quizgen.profiles import profile_named
from quizgen.quiz import SKILLS, Question, Quiz, Wanted

pytestmark = pytest.mark.model

#: written for these tests (CC0)
STORY = """\
{leaker} {leaked} {tool} sur un site public pendant une nuit. Pendant trois heures, des milliers d'internautes ont \
essayé ce programme, qui fabrique des vidéos à partir d'une simple phrase. {maker} a fermé l'accès au matin.

« Nous ne voulons plus servir de cobayes gratuits », {explained} {critic}, {trade}. Selon la lettre que les auteurs \
de la fuite ont laissée sur le site, l'entreprise aurait invité {testers} artistes à tester le programme sans les \
payer. Ils dénoncent aussi l'obligation de faire valider chaque vidéo avant sa diffusion.

{maker} n'a pas voulu confirmer cette version. « La participation a toujours été libre », a répondu {spokesman}, \
porte-parole de l'entreprise. En {year}, {maker} avait annoncé son intention de vendre le programme aux chaînes de \
télévision. Toutefois, la date de la mise en vente reste inconnue.

Le milieu du cinéma suit l'affaire de près. En février {year}, {title} {person} {suspended} l'agrandissement de son \
studio de {city}. Un chantier de douze plateaux de tournage, estimé à {cost} millions d'euros. Cette décision serait \
due à {fear}. « Des métiers entiers vont disparaître », a prévenu {person}. Le maire de {city} regrette ce choix et \
demande une réunion avec les ouvriers. Ils attendaient le début des travaux depuis un an.

D'autres professionnels se montrent plus optimistes. {painter}, une peintre de {town}, utilise le programme afin de \
préparer ses décors. Une école de {town} a acheté quarante licences pour former ses étudiants. Le syndicat des \
techniciens réclame une loi sur le droit d'auteur parce que les contrats actuels ne disent rien de ces outils. Le \
ministère de la Culture a promis une réponse avant l'été. En 2019, une commission avait déjà proposé une taxe sur les \
images fabriquées par des machines, mais le Sénat l'a rejetée.

La justice pourrait trancher la première. Un tribunal de {city} examinera en mars la plainte de {plaintiffs} \
illustrateurs. Les plaignants accusent l'entreprise d'avoir copié leurs dessins en entraînant le programme. Malgré ces \
critiques, les investisseurs restent confiants : l'action de l'entreprise a gagné {rise} % en une semaine.

Quel est votre avis ? Ces outils menacent-ils les artistes ? Donnez votre opinion dans les commentaires !"""

#: what a reader is asked at the end, and nobody in a quiz
CLOSING = "Quel est votre avis"


class Telling(NamedTuple):
    """One telling of the story, and what must be asked about it: words of stem and key."""

    words: dict[str, str]
    who: tuple[str, str]
    why: tuple[str, str]

    @property
    def article(self) -> Article:
        """The story told so."""
        return Article.of(STORY.format(**self.words), title="Une fuite et ses suites")


TELLINGS = [
    Telling(
        {
            "leaker": "Un collectif de graphistes",
            "leaked": "a divulgué",
            "tool": "le logiciel Mirage",
            "maker": "Lumina",
            "explained": "explique",
            "critic": "Sonia Brandt",
            "trade": "une dessinatrice de Metz",
            "testers": "300",
            "spokesman": "Marc Villers",
            "year": "2024",
            "title": "le réalisateur",
            "person": "Bastien Courcel",
            "suspended": "a suspendu",
            "city": "Lille",
            "cost": "60",
            "fear": "la crainte de voir disparaître des emplois",
            "painter": "Nora Keita",
            "town": "Brest",
            "plaintiffs": "vingt-quatre",
            "rise": "7,5",
        },
        ("Qui a divulgué le logiciel Mirage", "un collectif de graphistes"),
        ("pourquoi Bastien Courcel a-t-il suspendu l'agrandissement de son studio", "la crainte de voir"),
    ),
    Telling(
        {
            "leaker": "Des ingénieurs",
            "leaked": "ont publié",
            "tool": "le programme Aurora",
            "maker": "Vidéalis",
            "explained": "raconte",
            "critic": "Paul Ferrand",
            "trade": "un graphiste de Tours",
            "testers": "450",
            "spokesman": "Julie Sorel",
            "year": "2023",
            "title": "la productrice",
            "person": "Maud Lerner",
            "suspended": "a gelé",
            "city": "Nantes",
            "cost": "85",
            "fear": "la rapidité des progrès techniques",
            "painter": "Lucie Amar",
            "town": "Dijon",
            "plaintiffs": "trente-deux",
            "rise": "12",
        },
        ("Qui a publié le programme Aurora", "des ingénieurs"),
        ("pourquoi Maud Lerner a-t-elle gelé l'agrandissement de son studio", "la rapidité des progrès"),
    ),
    Telling(
        {
            "leaker": "Une étudiante de Lyon",
            "leaked": "a révélé",
            "tool": "l'application Pixelia",
            "maker": "Nuvio",
            "explained": "affirme",
            "critic": "Hugo Santini",
            "trade": "un monteur de Nice",
            "testers": "120",
            "spokesman": "Alain Prévost",
            "year": "2022",
            "title": "l'actrice",
            "person": "Inès Carlier",
            "suspended": "a interrompu",
            "city": "Bordeaux",
            "cost": "40",
            "fear": "la peur de perdre ses figurants",
            "painter": "Rosa Delmas",
            "town": "Reims",
            "plaintiffs": "dix-huit",
            "rise": "4,2",
        },
        ("Qui a révélé l'application Pixelia", "une étudiante de Lyon"),
        ("pourquoi Inès Carlier a-t-elle interrompu l'agrandissement de son studio", "la peur de perdre"),
    ),
]
told = pytest.mark.parametrize("telling", TELLINGS, ids=lambda telling: telling.words["maker"])


@cache
def quiz(rank: int, **wanted: Any) -> Quiz:
    """The quiz of one telling, made once."""
    return make_quiz(TELLINGS[rank].article, Wanted(**wanted))


def asked(telling: Telling) -> list[Question]:
    """All that can be asked about a telling: quiz and pool."""
    made = quiz(TELLINGS.index(telling))
    return [*made.questions, *made.pool]


def find(telling: Telling, words: str) -> list[str]:
    """The keys in words of the questions whose stem holds `words`."""
    return [kind_named(each.kind).key_text(each) for each in asked(telling) if words in each.stem]


@told
def test_who_is_asked(telling: Telling) -> None:
    """« Qui a divulgué … ? » is asked with the verb of the text, and its key is who did it."""
    stem, key = telling.who
    found = find(telling, stem)
    assert found
    assert {answer.strip(".").lower() for answer in found} == {key.lower()}


@told
def test_why_is_asked_with_its_reserve(telling: Telling) -> None:
    """The cause that the next sentence gives in the conditional is asked about; the key keeps the conditional."""
    stem, cause = telling.why
    found = find(telling, stem)
    assert found
    for key in found:
        assert key.lower().startswith("ce serait")
        assert cause in key


@told
def test_quiz_is_full_and_varied(telling: Telling) -> None:
    made = quiz(TELLINGS.index(telling))
    assert len(made.questions) == 10
    assert made.shortfall is None
    assert len({each.kind for each in made.questions}) >= 4
    skills = {each.skill for each in made.questions}
    assert len(skills) >= 3
    assert skills <= set(SKILLS)
    assert made.points == 20
    assert len({each.stem for each in made.questions}) == 10


@told
def test_evidence_is_verbatim_and_off_the_closing_calls(telling: Telling) -> None:
    """Every span is the text's own, on the line it says, and none comes from what the reader is asked at the end."""
    article = telling.article
    closing = article.text.index(CLOSING)
    for each in asked(telling):
        assert each.evidence
        for span in each.evidence:
            assert article.text[span.start : span.end] == span.text
            assert span.line == article.line_at(span.start)
            assert span.end <= closing


@told
def test_same_seed_same_quiz_other_seed_other_shuffles(telling: Telling) -> None:
    rank = TELLINGS.index(telling)
    again = make_quiz(telling.article, Wanted())
    assert json.dumps(again.to_json()) == json.dumps(quiz(rank).to_json())
    other = make_quiz(telling.article, Wanted(seed=1))
    assert len(other.questions) == 10
    shuffled = {each.id: each.choices for each in (*other.questions, *other.pool) if each.choices}
    same = {each.id: each.choices for each in asked(telling) if each.choices and each.id in shuffled}
    assert same
    assert any(shuffled[name] != choices for name, choices in same.items())


def test_short_text_gets_one_question_for_thirty_words() -> None:
    """Below 300 words the quiz is shorter than asked and says why."""
    whole = TELLINGS[0].article.text
    short = Article.of("\n\n".join(whole.split("\n\n")[:4]))
    assert 150 < short.words < 300
    made = make_quiz(short)
    assert len(made.questions) == short.words // 30
    assert made.shortfall is not None
    assert made.shortfall.given == len(made.questions)
    assert str(short.words) in made.shortfall.reason


def test_kinds_asked_for_are_the_only_ones() -> None:
    made = quiz(0, kinds=("true_false", "short_answer"))
    assert {each.kind for each in (*made.questions, *made.pool)} == {"true_false", "short_answer"}
    assert made.wanted.kinds == ("true_false", "short_answer")


def test_everyday_register() -> None:
    """The same story asked with « est-ce que », and its level beside it."""
    made = quiz(0, register="courant")
    stems = [each.stem for each in (*made.questions, *made.pool)]
    assert any("pourquoi est-ce que Bastien Courcel a suspendu" in stem for stem in stems)
    assert not any("-t-il" in stem or "-t-elle" in stem for stem in stems if "«" not in stem and "[[" not in stem)
    assert made.level is not None
    assert made.level["cefr"] in ("B1", "B2")
    assert len(made.level["why"]) == 5


@pytest.mark.parametrize("profile", ["delf", "dnb"])
def test_profiles_of_exams(profile: str) -> None:
    """Kinds of the profile only; its barème sums to the total."""
    made = quiz(0, profile=profile)
    assert {each.kind for each in (*made.questions, *made.pool)} <= set(profile_named(profile).allowed)
    assert made.points == 20
    assert len(made.questions) >= 5


def test_one_kind_alone_says_what_it_cannot_give() -> None:
    """Where the kinds chosen give too few questions, the reason names the way out."""
    made = quiz(0, kinds=("matching",))
    assert {each.kind for each in made.questions} == {"matching"}
    assert made.shortfall is not None
    assert "types" in made.shortfall.reason
