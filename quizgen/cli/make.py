"""`quizgen make` and `quizgen demo`: from articles to worksheets."""

from typing import Annotated

import typer

from quizgen.cli.batch import FAILED, listed, work_through
from quizgen.cli.outlet import Outlet
from quizgen.cli.speech import N_, _, say
from quizgen.quiz import Wanted
from quizgen.settings import templates_folder

Sources = Annotated[
    list[str],
    typer.Argument(
        metavar="SOURCE",
        show_default=False,
        help=N_(
            "Fichiers (texte, HTML, DOCX, ODT, PDF), dossiers, adresses web, "
            "ou « - » pour un texte sur l'entrée standard."
        ),
    ),
]
Count = Annotated[int, typer.Option("-n", "--count", min=1, max=50, help=N_("Nombre de questions."))]
Kinds = Annotated[
    str,
    typer.Option(
        metavar="A,B", show_default=False, help=N_("Types, séparés par des virgules : voir « quizgen kinds ».")
    ),
]
Level = Annotated[str, typer.Option(metavar="A1…C1", show_default=False, help=N_("Niveau des questions."))]
Profile = Annotated[str, typer.Option(metavar="NAME", help=N_("Profil d'examen : types, compétences, barème, niveau."))]
Register = Annotated[str, typer.Option(metavar="soutenu|courant", help=N_("Inversion, ou « est-ce que »."))]
Skills = Annotated[
    str,
    typer.Option(
        metavar="A=N,B=N", show_default=False, help=N_("Questions par compétence : locate=4,understand=4,vocabulary=2.")
    ),
]
Seed = Annotated[int, typer.Option(help=N_("Graine du hasard : la même donne le même quiz."))]
Points = Annotated[float, typer.Option(min=1, max=1000, help=N_("Total des points, par demi-points."))]
Formats = Annotated[
    str,
    typer.Option(
        "-f",
        "--format",
        metavar="A,B",
        show_default=False,
        help=N_("Formats, séparés par des virgules : voir « quizgen formats ». Sans cette option : docx,json."),
    ),
]
Output = Annotated[
    str,
    typer.Option(
        "-o",
        "--output",
        metavar="DIR|FILE|-",
        help=N_("Dossier, fichier, ou « - » pour la sortie standard (une source, un format)."),
    ),
]
Folder = Annotated[str, typer.Option("-o", "--output", metavar="DIR", help=N_("Dossier où écrire."))]


def make(
    sources: Sources,
    count: Count = 10,
    kinds: Kinds = "",
    level: Level = "",
    profile: Profile = Wanted.profile,
    register: Register = Wanted.register,
    skills: Skills = "",
    seed: Seed = 0,
    points: Points = 20,
    formats: Formats = "",
    output: Output = "exports",
) -> None:
    """Makes one quiz a source; raises SettingsError before any work where an option means nothing."""
    from quizgen.wishes import check, wanted_skills

    wanted = Wanted(
        count=count,
        kinds=_names(kinds),
        level=level or None,
        profile=profile,
        register=register,
        points_total=points,
        seed=seed,
        skills=wanted_skills(skills),
    )
    check(wanted)
    articles = listed(sources)
    raise typer.Exit(work_through(articles, wanted, Outlet.at(output, _names(formats), len(articles))))


def demo(output: Folder = "exports") -> None:
    """Makes the worksheet of the sample article that is shipped, and says where it lies."""
    sample = templates_folder() / "samples" / "article.txt"
    code = work_through([str(sample)], Wanted(), Outlet.at(output, (), 1))
    if code != FAILED:
        say(_(N_("Une fiche d'exemple a été écrite dans le dossier {folder}.")).format(folder=output))
    raise typer.Exit(code)


def _names(listed: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in listed.replace(" ", "").split(",") if name))
