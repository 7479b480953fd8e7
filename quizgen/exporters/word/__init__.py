"""Word: the pupil's worksheet and its corrigé, drawn on templates/worksheets/base.docx."""

from collections.abc import Mapping

from quizgen.exporters import Exporter, File
from quizgen.quiz import Quiz

#: for each value of the option `parts`: the files, as the end of the name and the sheets inside
PARTS = {
    "two": (("", ("pupil",)), ("-corrige", ("key",))),
    "one": (("", ("pupil", "key")),),
    "pupil": (("", ("pupil",)),),
    "key": (("-corrige", ("key",)),),
}


class Word(Exporter):
    """One or two .docx files; the same quiz always gives the same bytes."""

    name = "docx"
    extension = "docx"
    media_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

    def draw(self, quiz: Quiz, name: str, options: Mapping[str, str]) -> list[File]:
        """NAME.docx for pupils and NAME-corrige.docx, or what `parts` says instead."""
        from quizgen.exporters.word.document import document  # python-docx is slow to load: only when drawing

        parts = PARTS[options["parts"]]
        return [File(f"{name}{end}.{self.extension}", document(quiz, sheets)) for end, sheets in parts]


EXPORTER = Word()
