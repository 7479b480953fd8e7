import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.french.conjugation import _pairs, participle, plural, singular

PRESENT = """
    être:est:sont avoir:a:ont aller:va:vont faire:fait:font satisfaire:satisfait:satisfont dire:dit:disent
    interdire:interdit:interdisent maudire:maudit:maudissent pouvoir:peut:peuvent vouloir:veut:veulent
    devoir:doit:doivent savoir:sait:savent valoir:vaut:valent venir:vient:viennent prévenir:prévient:préviennent
    obtenir:obtient:obtiennent prendre:prend:prennent apprendre:apprend:apprennent vendre:vend:vendent
    perdre:perd:perdent répondre:répond:répondent mettre:met:mettent promettre:promet:promettent battre:bat:battent
    voir:voit:voient prévoir:prévoit:prévoient croire:croit:croient boire:boit:boivent recevoir:reçoit:reçoivent
    apercevoir:aperçoit:aperçoivent connaître:connaît:connaissent paraître:paraît:paraissent
    apparaitre:apparait:apparaissent naître:naît:naissent produire:produit:produisent nuire:nuit:nuisent
    écrire:écrit:écrivent inscrire:inscrit:inscrivent vivre:vit:vivent suivre:suit:suivent lire:lit:lisent
    élire:élit:élisent rire:rit:rient sourire:sourit:sourient plaire:plaît:plaisent mourir:meurt:meurent
    courir:court:courent ouvrir:ouvre:ouvrent offrir:offre:offrent partir:part:partent
    répartir:répartit:répartissent sortir:sort:sortent sentir:sent:sentent dormir:dort:dorment servir:sert:servent
    asservir:asservit:asservissent cueillir:cueille:cueillent fuir:fuit:fuient acquérir:acquiert:acquièrent
    peindre:peint:peignent craindre:craint:craignent joindre:joint:joignent résoudre:résout:résolvent
    dissoudre:dissout:dissolvent coudre:coud:cousent vaincre:vainc:vainquent convaincre:convainc:convainquent
    rompre:rompt:rompent conclure:conclut:concluent finir:finit:finissent choisir:choisit:choisissent
    haïr:hait:haïssent dénoncer:dénonce:dénoncent appeler:appelle:appellent rappeler:rappelle:rappellent
    jeter:jette:jettent projeter:projette:projettent acheter:achète:achètent harceler:harcèle:harcèlent
    lever:lève:lèvent étinceler:étincelle:étincellent étinceler:étincèle:étincèlent céder:cède:cèdent
    espérer:espère:espèrent protéger:protège:protègent régner:règne:règnent créer:crée:créent manger:mange:mangent
    payer:paie:paient payer:paye:payent employer:emploie:emploient essuyer:essuie:essuient envoyer:envoie:envoient
    étudier:étudie:étudient arrêter:arrête:arrêtent installer:installe:installent
"""
OTHERS = """
    placer:Imp:Ind:plaçait:plaçaient manger:Imp:Ind:mangeait:mangeaient finir:Imp:Ind:finissait:finissaient
    être:Imp:Ind:était:étaient faire:Imp:Ind:faisait:faisaient boire:Imp:Ind:buvait:buvaient
    céder:Imp:Ind:cédait:cédaient parler:Past:Ind:parla:parlèrent manger:Past:Ind:mangea:mangèrent
    placer:Past:Ind:plaça:placèrent aller:Past:Ind:alla:allèrent venir:Past:Ind:vint:vinrent
    prendre:Past:Ind:prit:prirent vivre:Past:Ind:vécut:vécurent naître:Past:Ind:naquit:naquirent
    peindre:Past:Ind:peignit:peignirent réduire:Past:Ind:réduisit:réduisirent aller:Fut:Ind:ira:iront
    acheter:Fut:Ind:achètera:achèteront appeler:Fut:Ind:appellera:appelleront céder:Fut:Ind:cédera:céderont
    céder:Fut:Ind:cèdera:cèderont envoyer:Fut:Ind:enverra:enverront employer:Fut:Ind:emploiera:emploieront
    payer:Fut:Ind:paiera:paieront voir:Fut:Ind:verra:verront prévoir:Fut:Ind:prévoira:prévoiront
    courir:Fut:Ind:courra:courront cueillir:Fut:Ind:cueillera:cueilleront pouvoir:Pres:Cnd:pourrait:pourraient
    être:Pres:Cnd:serait:seraient suspendre:Pres:Cnd:suspendrait:suspendraient être:Pres:Sub:soit:soient
    avoir:Pres:Sub:ait:aient faire:Pres:Sub:fasse:fassent finir:Pres:Sub:finisse:finissent
    prendre:Pres:Sub:prenne:prennent être:Imp:Sub:fût:fussent parler:Imp:Sub:parlât:parlassent
    venir:Imp:Sub:vînt:vinssent prendre:Imp:Sub:prît:prissent manger:Imp:Sub:mangeât:mangeassent
"""


@pytest.mark.parametrize("line", PRESENT.split())
def test_present(line: str) -> None:
    lemma, one, many = line.split(":")
    assert plural(one, lemma, "Pres", "Ind") == many
    assert singular(many, lemma, "Pres", "Ind") == one


@pytest.mark.parametrize("line", OTHERS.split())
def test_other_tenses(line: str) -> None:
    lemma, tense, mood, one, many = line.split(":")
    assert plural(one, lemma, tense, mood) == many
    assert singular(many, lemma, tense, mood) == one


@pytest.mark.parametrize(
    ("form", "lemma", "tense", "mood"),
    [
        ("faut", "falloir", "Pres", "Ind"),
        ("parle", "parler", "Past", "Ind"),
        ("gobait", "manger", "Imp", "Ind"),
        ("parlent", "parler", "Pres", "Ind"),
        ("déchoit", "déchoir", "Pres", "Ind"),
        ("xyzoit", "xyzoir", "Pres", "Ind"),
        ("chose", "chose", "Pres", "Ind"),
        ("parle", "parler", "Pres", "Imp"),
        ("trait", "traire", "Past", "Ind"),
    ],
)
def test_none_where_not_sure(form: str, lemma: str, tense: str, mood: str) -> None:
    assert plural(form, lemma, tense, mood) is None


def test_capital_is_kept() -> None:
    assert plural("Est", "être", "Pres", "Ind") == "Sont"


@given(
    st.sampled_from(
        ["parler", "finir", "vendre", "prendre", "venir", "céder", "jeter", "placer", "voir", "être", "lire"]
    ),
    st.sampled_from(["Pres Ind", "Imp Ind", "Past Ind", "Fut Ind", "Pres Cnd", "Pres Sub", "Imp Sub"]),
)
def test_there_and_back(lemma: str, tense_and_mood: str) -> None:
    tense, mood = tense_and_mood.split()
    for one, many in _pairs(lemma, tense, mood):
        assert plural(one, lemma, tense, mood) == many
        assert singular(many, lemma, tense, mood) == one


PARTICIPLES = """
    pris:pris:prise:prises compris:compris:comprise:comprises mis:mis:mise:mises promis:promis:promise:promises
    venu:venus:venue:venues fini:finis:finie:finies parti:partis:partie:parties dormi:dormis:dormie:dormies
    réussi:réussis:réussie:réussies assis:assis:assise:assises acquis:acquis:acquise:acquises
    inclus:inclus:incluse:incluses conclu:conclus:conclue:conclues clos:clos:close:closes né:nés:née:nées
    créé:créés:créée:créées fait:faits:faite:faites mort:morts:morte:mortes ouvert:ouverts:ouverte:ouvertes
    dû:dus:due:dues mû:mus:mue:mues absous:absous:absoute:absoutes dissous:dissous:dissoute:dissoutes
    brûlé:brûlés:brûlée:brûlées frémi:frémis:frémie:frémies suspendu:suspendus:suspendue:suspendues
    transmis:transmis:transmise:transmises vomi:vomis:vomie:vomies perdu:perdus:perdue:perdues
"""


@pytest.mark.parametrize("line", PARTICIPLES.split())
def test_participle(line: str) -> None:
    forms = line.split(":")
    places = [("Masc", "Sing"), ("Masc", "Plur"), ("Fem", "Sing"), ("Fem", "Plur")]
    for form in forms:
        assert [participle(form, *place) for place in places] == forms
