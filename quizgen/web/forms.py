"""The form that asks for a quiz: an article given in one of three ways, and what is wanted of it."""

from dataclasses import replace
from typing import Any

from flask_wtf import FlaskForm
from flask_wtf.file import FileField
from wtforms import (
    Form,
    FormField,
    IntegerField,
    RadioField,
    SelectChoice,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.validators import InputRequired, Length, NumberRange, Optional, ValidationError
from wtforms.widgets import CheckboxInput, ListWidget

from quizgen.article import read_bytes, read_text, read_url
from quizgen.article.checks import SIZE_LIMIT
from quizgen.article.record import Article
from quizgen.kinds import all_kinds
from quizgen.profiles import all_profiles, profile_named
from quizgen.quiz import LEVELS, SKILLS, Wanted
from quizgen.web.balance import SKILL_NAMES
from quizgen.web.i18n import gettext as _
from quizgen.web.i18n import language
from quizgen.web.i18n import lazy_gettext as lazy

#: bytes of pasted text, and questions, at most
TEXT_LIMIT, MOST = 300_000, 50


class SkillsForm(Form):  # type: ignore[misc]
    """How many questions of each skill; the fields are those of the contract."""


for _skill in SKILLS:
    _bounds = NumberRange(0, MOST, lazy("Donnez entre 0 et 50 questions par compétence."))
    setattr(SkillsForm, _skill, IntegerField(SKILL_NAMES[_skill], validators=[Optional(), _bounds]))


class MakeForm(FlaskForm):  # type: ignore[misc]
    """What the first page asks."""

    #: bytes of a file, for the browser to check before it sends
    file_limit = SIZE_LIMIT

    source = RadioField(
        lazy("Votre article"),
        default="text",
        validate_choice=False,
        choices=[
            SelectChoice("text", lazy("Texte")),
            SelectChoice("link", lazy("Lien")),
            SelectChoice("file", lazy("Fichier")),
        ],
    )
    text = TextAreaField(lazy("Texte de l'article"))
    link = StringField(lazy("Adresse de la page"), filters=[lambda value: (value or "").strip()])
    file = FileField(lazy("Fichier de l'article"))
    title = StringField(
        lazy("Titre"),
        filters=[lambda value: (value or "").strip()],
        validators=[Length(max=200, message=lazy("Donnez un titre de 200 caractères au plus."))],
    )
    count = IntegerField(
        lazy("Questions"),
        default=10,
        validators=[
            InputRequired(lazy("Dites combien de questions vous voulez.")),
            NumberRange(1, MOST, lazy("Demandez entre 1 et 50 questions.")),
        ],
    )
    points = IntegerField(
        lazy("Points en tout"),
        default=20,
        validators=[Optional(), NumberRange(1, 1000, lazy("Donnez entre 1 et 1000 points."))],
    )
    profile = SelectField(lazy("Profil"), default=Wanted.profile)
    kinds = SelectMultipleField(lazy("Types de questions"), widget=ListWidget(), option_widget=CheckboxInput())
    level = SelectField(
        lazy("Niveau des questions"),
        default="",
        choices=[SelectChoice("", lazy("celui du profil")), *(SelectChoice(level, level) for level in LEVELS)],
    )
    register = SelectField(
        lazy("Registre"),
        default=Wanted.register,
        choices=[
            SelectChoice("soutenu", lazy("soutenu : « Pourquoi a-t-il … ? »")),
            SelectChoice("courant", lazy("courant : « Pourquoi est-ce qu'il … ? »")),
        ],
    )
    skills = FormField(SkillsForm, lazy("Questions par compétence"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kinds = all_kinds()
        self.kinds.choices = [SelectChoice(name, kind.wording["name"][language()]) for name, kind in kinds.items()]
        self.profile.choices = [SelectChoice(name, each.name[language()]) for name, each in all_profiles().items()]
        if not self.is_submitted():
            self.kinds.data = list(kinds)

    def validate_text(self, field: TextAreaField) -> None:
        """A text is there where a text is announced, and not too long."""
        if self.given() is not field:
            return
        if not (field.data or "").strip():
            raise ValidationError(_("Collez ici le texte de l'article."))
        if len(field.data.encode()) > TEXT_LIMIT:
            raise ValidationError(_("Ce texte est trop long (plus de 300 000 signes) : n'en gardez que l'article."))

    def validate_link(self, field: StringField) -> None:
        """An address is there where one is announced."""
        if self.given() is field and not field.data:
            raise ValidationError(_("Collez ici l'adresse de la page, par exemple https://www.exemple.fr/article."))

    def validate_file(self, field: FileField) -> None:
        """A file is there where one is announced, neither empty nor too big."""
        if self.given() is not field:
            return
        if not self._chosen():
            raise ValidationError(_("Choisissez un fichier : texte, Word, OpenDocument, PDF ou page web."))
        size = field.data.stream.seek(0, 2)
        field.data.stream.seek(0)
        if size > SIZE_LIMIT:
            raise ValidationError(_("Ce fichier dépasse 20 Mo : choisissez-en un plus petit ou collez le texte."))

    def validate_kinds(self, field: SelectMultipleField) -> None:
        """One kind at least is ticked, and one that the profile admits."""
        if not field.data:
            raise ValidationError(_("Cochez au moins un type de question."))
        if self.profile.data in all_profiles() and not self._kinds():
            raise ValidationError(
                _("Ce profil n'admet aucun des types cochés : cochez-en d'autres, ou changez de profil.")
            )

    def _chosen(self) -> bool:
        return bool(self.file.data and self.file.data.filename)

    def given(self) -> Any:
        """The field that holds the article: the one announced, or the only one filled where that one is empty."""
        filled = {"text": bool((self.text.data or "").strip()), "link": bool(self.link.data), "file": self._chosen()}
        others = [name for name, there in filled.items() if there]
        name = self.source.data if self.source.data in filled else "text"
        return self[name if filled[name] or len(others) != 1 else others[0]]

    def article(self) -> Article:
        """The article read from where it was given; raises ReadError."""
        given, title = self.given(), self.title.data or None
        if given is self.text:
            return read_text(given.data.replace("\r\n", "\n"), title=title)
        article = read_url(given.data) if given is self.link else read_bytes(given.data.read(), given.data.filename)
        return replace(article, title=title) if title else article

    def wanted(self) -> Wanted:
        """What the quiz should hold; every kind of the profile ticked means all, whichever are added later."""
        kinds = self._kinds()
        return Wanted(
            count=self.count.data,
            kinds=() if kinds == profile_named(self.profile.data).allowed else kinds,
            level=self.level.data or None,
            profile=self.profile.data,
            register=self.register.data,
            points_total=self.points.data,
            skills=tuple((skill, number) for skill, number in self.skills.data.items() if number),
        )

    @property
    def finer(self) -> bool:
        """Whether something stands in what is folded away on the page, right or wrong."""
        fields = (self.level, self.register)
        return any(field.data != field.default or field.errors for field in fields) or any(self.skills.data.values())

    def _kinds(self) -> tuple[str, ...]:
        """The kinds ticked, those that the profile does not admit left out."""
        return tuple(name for name in profile_named(self.profile.data).allowed if name in self.kinds.data)

    def blame(self, field: Any, sentence: str) -> None:
        """Shows `sentence` at `field`, as if its validation had said it."""
        field.errors = [*field.errors, sentence]


def faults(field: Any, hint: str | None = None) -> dict[str, str]:
    """The attributes that tie `field` to its hint and to its errors, for screen readers."""
    wrong = [f"{field.id}-error"] if field.errors else []
    about = " ".join([*([hint] if hint else []), *wrong])
    return ({"aria-describedby": about} if about else {}) | ({"aria-invalid": "true"} if wrong else {})
