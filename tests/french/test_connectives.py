import pytest

from quizgen.french.connectives import find, relations, rivals


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Toutefois, il part.", [("Toutefois", "l'opposition")]),
        ("Il part cependant.", [("cependant", "l'opposition")]),
        ("Il est, en revanche, resté.", [("en revanche", "l'opposition")]),
        ("Mais il part, mais à pied.", [("Mais", "l'opposition")]),
        ("Et pourtant, elle tourne.", [("pourtant", "l'opposition")]),
        ("Il part parce qu'il a froid.", [("parce qu'", "la cause")]),
        ("Il part puisqu’elle reste.", [("puisqu’", "la cause")]),
        ("En raison des grèves, il part.", [("En raison des", "la cause")]),
        ("Grâce aux dons, il vit.", [("Grâce aux", "la cause")]),
        ("Il part, car le car attend.", [("car", "la cause")]),
        ("Faute d'argent, il part.", [("Faute d'", "la cause")]),
        ("Étant donné que tout va bien", [("Étant donné que", "la cause")]),
        ("Il travaille donc.", [("donc", "la conséquence")]),
        ("C’est pourquoi il part.", [("C’est pourquoi", "la conséquence")]),
        ("Il pleut, si bien qu'il part.", [("si bien qu'", "la conséquence")]),
        ("Il part afin d'aider.", [("afin d'", "le but")]),
        ("Il part, pour qu'elle vive.", [("pour qu'", "le but")]),
        ("Bien qu'il pleuve, il part.", [("Bien qu'", "la concession")]),
        ("Malgré tout, il part.", [("Malgré tout", "la concession")]),
        ("De plus, il part.", [("De plus", "l'addition")]),
        ("Il vend, par exemple, des livres.", [("par exemple", "l'illustration")]),
        ("Il part, c'est-à-dire qu'il fuit.", [("c'est-à-dire", "la reformulation")]),
        ("Il vient à condition qu'on l'aide.", [("à condition qu'", "la condition")]),
        ("Lorsqu'il part, elle reste.", [("Lorsqu'", "le temps")]),
        ("Puis il part.", [("Puis", "le temps")]),
        ("Toutefois, il part grâce à toi.", [("Toutefois", "l'opposition"), ("grâce à", "la cause")]),
    ],
)
def test_found(sentence: str, expected: list[tuple[str, str]]) -> None:
    found = find(sentence)
    assert [(each.text, each.relation) for each in found] == expected
    assert all(sentence[each.start : each.end] == each.text for each in found)


@pytest.mark.parametrize(
    "sentence",
    [
        "Il part pour Paris.",
        "Si elle vient, il part.",
        "De plus en plus de gens partent.",
        "Il a vingt ans de plus.",
        "On sait bien que tout passe.",
        "Il a vu que tout allait bien.",
        "Il a fait une faute de français.",
        "Il prend le car.",
        "Il est trop tard pour que tout change.",
        "Il dit aussi bien que toi.",
        "Elle a agi en conséquence.",
        "La victime du coup de feu est morte.",
        "Il court tandis qu'elle marche.",
        "Une macar et un encart.",
        "",
    ],
)
def test_silent(sentence: str) -> None:
    assert find(sentence) == []


def test_relations_are_labels() -> None:
    assert {"l'opposition", "la cause", "la conséquence", "le but", "la concession"} <= set(relations())
    assert len(set(relations())) == len(relations())


@pytest.mark.parametrize("relation", relations())
def test_rivals_leave_out_what_could_be_argued(relation: str) -> None:
    others = rivals(relation)
    assert relation not in others
    assert len(others) >= 3
    assert all(relation in rivals(other) for other in others)


def test_near_relations_are_no_rivals() -> None:
    assert "la concession" not in rivals("l'opposition")
    assert "le but" not in rivals("la conséquence")
