"""The one place that loads spaCy: French text in, tagged and parsed documents out."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

SHIPPED = Path(__file__).parent / "model"

# What the clause reader lives on; an English pipeline, say, calls its objects `dobj`.
_NEEDED_LABELS = frozenset({"nsubj", "obj"})


@cache
def load(name: str | None = None) -> Language:
    """Return the shipped pipeline, or the installed one or the folder called `name`; loaded once a process.

    A pipeline from outside keeps its own tokenizer and must give UD dependency labels.
    Raises `quizgen.errors.PipelineError` when it cannot be loaded or gives other labels.
    """
    nlp = _read(name)
    labels = {label for labels in nlp.pipe_labels.values() for label in labels}
    if not labels >= _NEEDED_LABELS:
        from quizgen.errors import PipelineError

        raise PipelineError(
            "Le modèle linguistique « {name} » ne donne pas les relations syntaxiques attendues "
            "(nsubj, obj : étiquettes UD du français). Choisissez-en un autre, ou aucun pour celui de quizgen.",
            name=name,
        )
    if not nlp.has_pipe("sentence_limits"):
        nlp.add_pipe("sentence_limits", first=True)
    return nlp


def parse(paragraphs: Iterable[str], nlp: Language | None = None) -> list[Doc]:
    """Return one parsed document a paragraph, `doc.text` being the paragraph to the letter.

    A line break inside a paragraph ends a sentence. Without `nlp`, the shipped pipeline parses.
    """
    return list((nlp or load()).pipe(paragraphs))


def _read(name: str | None) -> Language:
    import spacy

    import quizgen.french.components  # noqa: F401  registers the components and fr_quizgen

    try:
        return spacy.load(SHIPPED if name is None else name)
    except (OSError, ValueError, ImportError) as error:
        from quizgen.errors import PipelineError

        raise PipelineError(
            "Le modèle linguistique « {name} » ne peut pas être chargé : vérifiez son nom ou son dossier, "
            "installez-le, ou réinstallez quizgen.",
            name=name or SHIPPED,
        ) from error
