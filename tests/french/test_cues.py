"""What stands in and beside a name votes for what it names."""

import pytest
from tagged import tagged

from quizgen.french.cues import votes


def best(text: str, name: str) -> str:
    """The type that most votes for the mention `name` are for; "" where none is."""
    doc = tagged(text)
    words = name.split()
    start = next(i for i in range(len(doc)) if [t.text for t in doc[i : i + len(words)]] == words)
    total: dict[str, float] = {}
    for _, kind, weight in votes(doc[start : start + len(words)]):
        total[kind] = total.get(kind, 0) + weight
    kind, weight = max(total.items(), key=lambda item: item[1], default=("", 0.0))
    return kind if weight > 0 else ""


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Mme Orlac demande/VERB:demander une loi .", "Orlac", "person"),
        ("l' acteur Brandt a/AUX ri/VERB:rire .", "Brandt", "person"),
        ("l' entreprise Verralis ferme/VERB:fermer .", "Verralis", "institution"),
        ("la rivière Sorgette monte/VERB:monter .", "Sorgette", "place"),
        ("le film « Mirage » sort/VERB:sortir .", "Mirage", "name"),
        ("le studio marseillais/ADJ Luminex ferme/VERB:fermer .", "Luminex", "institution"),
        ("la Japonaise Tanabe gagne/VERB:gagner .", "Tanabe", "person"),
        ("Barnabé , un vieux/ADJ hérisson , lisait/VERB:lire .", "Barnabé", "person"),
        ("Verralis , une coopérative de verre , ferme/VERB:fermer .", "Verralis", "institution"),
        ("la maire , Zorn , refuse/VERB:refuser .", "Zorn", "person"),
        ("Gorn , où il vit/VERB:vivre , brûle .", "Gorn", "place"),
        ("Lafargue , dix-neuf/NUM ans , court/VERB:courir .", "Lafargue", "person"),
        ("il vit/VERB:vivre à Gorn .", "Gorn", "place"),
        ("il va/VERB:aller en Zubrie .", "Zubrie", "place"),
        ("le maire de Gorn compte/VERB:compter .", "Gorn", "place"),
        ("le directeur de Zubrix compte/VERB:compter .", "Zubrix", "institution"),
        ("Soizic murmure/VERB:murmurer .", "Soizic", "person"),
        ("Ouigare recrute/VERB:recruter .", "Ouigare", "institution"),
        ("le Crédit alpin/ADJ ferme/VERB:fermer .", "Crédit alpin", "institution"),
        ("le col du Merle ferme/VERB:fermer .", "col du Merle", "place"),
        ("la Coupe du Merle finit/VERB:finir .", "Coupe du Merle", "name"),
        ("Clara Zubrix finit/VERB:finir .", "Clara Zubrix", "person"),
        ("le FC Milan finit/VERB:finir .", "FC Milan", "institution"),
        ("Trévoux-le-Haut finit/VERB:finir .", "Trévoux-le-Haut", "place"),
        ("le Danemark finit/VERB:finir .", "Danemark", "place"),
        ("le Covid finit/VERB:finir .", "Covid", "name"),
    ],
)
def test_cue_tells_what_is_named(text: str, name: str, kind: str) -> None:
    assert best(text, name) == kind


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("il confie/VERB:confier cela à Gorn .", "Gorn"),
        ("la nuit de Gorn finit/VERB:finir .", "Gorn"),
    ],
    ids=["whom, not where", "any noun"],
)
def test_what_tells_nothing(text: str, name: str) -> None:
    assert best(text, name) == ""


def test_man_after_a_place_is_not_the_place() -> None:
    assert best("À Gorn , un homme dort/VERB:dormir .", "Gorn") == "place"
