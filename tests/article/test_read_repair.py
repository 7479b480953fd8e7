"""Repairs of characters, sentence ends, notes and spacing: what must change, and what must not."""

import pytest
from article_samples import plain
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgen.article.repair import repair

NB = "\xa0"


@pytest.mark.parametrize(
    ("broken", "mended"),
    [
        ("accrue.Plus récemment, il pleut.", "accrue. Plus récemment, il pleut."),
        ("pas des artistes ».En réponse, rien.", f"pas des artistes{NB}». En réponse, rien."),
        ("respectueux ?Ces tensions durent.", f"respectueux{NB}? Ces tensions durent."),
        ("découvert d'OpenAI . Un projet qui plaît.", "découvert d'OpenAI. Un projet qui plaît."),
        ("Il est parti.« Enfin », dit-elle.", f"Il est parti. «{NB}Enfin{NB}», dit-elle."),
        ("C'était en 2024.Plus tard, il revint.", "C'était en 2024. Plus tard, il revint."),
        ("Il a rejoint l'ONU.Puis il est parti.", "Il a rejoint l'ONU. Puis il est parti."),
        ("la ville (et son port).Les bateaux partent.", "la ville (et son port). Les bateaux partent."),
        ("C'est fini.L'hiver vient.À demain.", "C'est fini. L'hiver vient. À demain."),
        ("Vraiment ?demanda-t-il.", f"Vraiment{NB}? demanda-t-il."),
        ("Des livres, des cahiers, etc.Tout est vendu.", "Des livres, des cahiers, etc. Tout est vendu."),
    ],
)
def test_a_lost_space_after_a_sentence_comes_back(broken: str, mended: str) -> None:
    assert repair(broken) == mended


@pytest.mark.parametrize(
    "text",
    [
        "Né en 52 av. J.-C. à Rome.",
        "Une note de 3.5 sur 5.",
        "Voir www.exemple.fr et Exemple.fr pour tout.",
        "La S.N.C.F. recrute.",
        "M.Dupont et J.Moreau sont là.",
        "Il hésite... Puis il part.",
        "Écrire à jean.Dupont@exemple.fr.",
        "Un site en node.js ou Node.JS et ASP.NET.",
        "Le Dr.Martin et p.ex. Mme.Petit.",
        "Un Ph.D. en physique.",
        "https://exemple.fr/a.Html?q=Oui;non!x",
        "Rendez-vous à 10:30 ou à 14h.",
        "Le film .NET plaît.",
        "U.S.A. et R.A.T.P. aussi",
        "L'art.L123 du code, vol.II et fig.A sont clairs.",
        "Le rapport 16:9 convient.",
        "Il vit à St.Louis.",
    ],
)
def test_full_stops_that_end_no_sentence_stay(text: str) -> None:
    assert repair(text) == text


@pytest.mark.parametrize(
    ("broken", "mended"),
    [
        ("dÃ©jÃ  vu, lâ€™Ã©tÃ© Ã  la mer", "déjà vu, l’été à la mer"),
        ("la ﬁn de l'oﬃce", "la fin de l'office"),
        ("un caf\u0065\u0301", "un cafeé".replace("eé", "é")),
        ("le tra\xadvail et l'é\xad\ntat", "le travail et l'état"),
        ("\ufeffune\u200b fois\u200e pour toutes", "une fois pour toutes"),
        ("un\tdeux   trois\x07 quatre  ", "un deux trois quatre"),
        ("Les &eacute;l&egrave;ves &amp; les ma&icirc;tres", "Les élèves & les maîtres"),
        ("fin.\xa0 Début, mot \xa0: suite", f"fin. Début, mot{NB}: suite"),
        ("a\r\n\r\n\r\n\r\nb", "a\n\nb"),
    ],
)
def test_broken_characters_are_mended(broken: str, mended: str) -> None:
    assert repair(broken) == mended


@pytest.mark.parametrize(
    "text",
    [
        "L’œuvre d'Aÿ, cœur et « âme ».".replace("« ", f"«{NB}").replace(" »", f"{NB}»"),
        f"10{NB}000 euros, 5\u202f%{NB}; « œuf »".replace("« ", f"«{NB}").replace(" »", f"{NB}»"),
        "“Les guillemets anglais” et l'apostrophe droite restent.",
    ],
)
def test_quotes_and_no_break_spaces_stay(text: str) -> None:
    assert repair(text) == text


@pytest.mark.parametrize(
    ("broken", "mended"),
    [
        ("Le pont[1] a fermé[12].", "Le pont a fermé."),
        ("Le pont [note 2] ferme.", "Le pont ferme."),
        ("Le pont¹ a fermé.² Puis rien.", "Le pont a fermé. Puis rien."),
        ("Le pont (voir note 3) ferme.", "Le pont ferme."),
        ("Il est parti[3].Puis il revint.", "Il est parti. Puis il revint."),
        ("La preuve[a] manque.", "La preuve manque."),
        ("Il est né à Metz[réf. nécessaire].", "Il est né à Metz."),
        ("Le roi (cf. note 12) dort.", "Le roi dort."),
        ("Histoire[modifier | modifier le code]", "Histoire"),
    ],
)
def test_marks_of_notes_go(broken: str, mended: str) -> None:
    assert repair(broken) == mended


@pytest.mark.parametrize(
    "text",
    [
        "Une salle de 30 m² ou de 5 km².",
        "Le 1er mai, au XIXe siècle.",
        "Le CO₂ et 10³ grammes.",
        "E=mc² et x² + y³ ici.",
        "Il a dit […] qu'il [sic] part.",
        "« [L]e ministre » a [de] nouveau parlé.".replace("« ", f"«{NB}").replace(" »", f"{NB}»"),
        "En [2015], il part.",
        "Une note (la troisième) suffit.",
        "[1] Dupont, Œuvres, 2003",
    ],
)
def test_what_looks_like_a_note_stays(text: str) -> None:
    assert repair(text) == text


@pytest.mark.parametrize(
    ("broken", "mended"),
    [
        ("Quoi ? Non ! Oui ; voici : rien.", f"Quoi{NB}? Non{NB}! Oui{NB}; voici{NB}: rien."),
        ("Quoi? Non! Oui; rien.", f"Quoi{NB}? Non{NB}! Oui{NB}; rien."),
        ("« Oui » et «non».", f"«{NB}Oui{NB}» et «{NB}non{NB}»."),
        ("9,5 % de 20 € et 12 °C", f"9,5{NB}% de 20{NB}€ et 12{NB}°C"),
        ("près de 13 000 comptes", f"près de 13{NB}000 comptes"),
        ("Quoi ?! Non !!! Vraiment ?", f"Quoi{NB}?! Non{NB}!!! Vraiment{NB}?"),
        ("Il dit :« Oui »et part.", f"Il dit{NB}: «{NB}Oui{NB}» et part."),
    ],
)
def test_french_spacing_is_made_unbreakable(broken: str, mended: str) -> None:
    assert repair(broken) == mended


@pytest.mark.parametrize(
    "text",
    [
        "Note: sans espace.",
        "Voir http://exemple.fr/a?b=c;d!e et https://exemple.fr:8080/x.",
        "En 2012 300 personnes vinrent.",
        "Le résultat est 3:2 à 10:30.",
        "Écrire à a.b@exemple.fr;",
        "if (a != b)",
        "le 12 345e jour",
    ],
)
def test_spacing_leaves_addresses_times_and_figures(text: str) -> None:
    assert plain(repair(text)).replace(" ;", ";") == text


def test_closing_questions_to_the_reader_stay() -> None:
    assert repair("Voilà tout.\n\nQuel est votre avis sur le sujet ?").endswith(
        f"Quel est votre avis sur le sujet{NB}?"
    )


PIECES = st.sampled_from(
    [
        "accrue",
        ".Plus",
        " ».",
        "En",
        "«",
        "»",
        " ",
        "\n",
        "\n\n",
        "-\n",
        "développe",
        "ment",
        "porte",
        "J.-C.",
        "3.5",
        "9,5 %",
        "www.a.fr",
        "[1]",
        "¹",
        "m²",
        "?",
        "!",
        ";",
        ":",
        "…",
        "...",
        "\xa0",
        "\u202f",
        "\xad",
        "&amp;",
        "amp;",
        "Ã©",
        "\t",
        "- ",
        "— ",
        "1. ",
        "(voir note 3)",
        "Une phrase de plusieurs mots qui va jusqu'au bout de sa ligne",
        "O",
        "a",
        ".",
        ",",
        "é",
        "\u0301",
        "12",
        " 000",
        "ﬁ",
        "(",
        ")",
        "[",
        "]",
        "*",
        "’",
        "@",
        "http://a.b/",
        "\x0c",
        "\u2009",
        "<b>",
        "\u2028",
        "2024",
    ]
)


@settings(max_examples=400, deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_repairing_twice_changes_nothing_more(text: str) -> None:
    once = repair(text)
    assert repair(once) == once


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_repaired_once_for_all(text: str) -> None:
    once = repair(text)
    assert repair(once) == once
