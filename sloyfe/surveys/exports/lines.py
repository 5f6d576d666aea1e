"""What a file is made of: the levels that somebody may see, each with its figures, in the questionnaire's order."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from sloyfe.access.models import Space
from sloyfe.surveys import content, release
from sloyfe.surveys.models import Wave
from sloyfe.surveys.release import Figure
from sloyfe.surveys.sheet import Question, Sheet


@dataclass(frozen=True)
class Line:
    """One level: the network, an owner or a unit; all roles, or one of them."""

    place: str
    role: str
    figures: dict[str, Figure]


def lines(wave: Wave, places: Sequence[Space], *, whole: bool, language: str) -> list[Line]:
    """Every level that may be seen; a role group only where something is told of it."""
    levels: list[tuple[Space | None, str]] = [(None, _("Hele nettverket"))] if whole else []
    levels += [(place, place.title) for place in places]
    groups = content.role_groups() if wave.is_anonymous else []
    roles = [("", _("Alle roller")), *((group.key, group.text.read(language)) for group in groups)]
    wanted = [(place, title, key, role) for place, title in levels for key, role in roles]
    found = release.figures_of(wave, [(place, key) for place, _title, key, _role in wanted])
    every = [
        (key, Line(title, role, {figure.item: figure for figure in figures}))
        for (_place, title, key, role), figures in zip(wanted, found, strict=True)
    ]
    return [line for key, line in every if not key or any(figure.shown for figure in line.figures.values())]


def questions(wave: Wave) -> Iterator[Question]:
    """The questions that can have figures."""
    if wave.edition:
        told = Sheet.from_json(wave.edition.sheet)
        yield from (question for question in told.questions if question.kind != "text")


def answer_names(question: Question, language: str) -> list[str]:
    """What its steps or options are called."""
    if question.kind == "scale":
        return [step.read(language) for step in question.steps]
    return [option.text.read(language) for option in question.options]
