"""The figures as an SPSS file: one row for each level and role group, some variables for each question."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from sloyfe.kit.sav import Measure, Variable
from sloyfe.surveys.exports.lines import Line, answer_names, questions
from sloyfe.surveys.models import Wave
from sloyfe.surveys.release import Figure, Hidden, Reason, Shown
from sloyfe.surveys.sheet import Question

# Declared missing, so that no program counts with them; a number that hides something is never 0.
PROTECTED, FOR_ALL_ONLY, TOGETHER = -9.0, -8.0, -7.0
CODES = {Reason.PROTECTED: PROTECTED, Reason.UNRELEASED: PROTECTED, Reason.LEADERSHIP: FOR_ALL_ONLY}
WORDS = 160
Case = list[float | str | None]


@dataclass(frozen=True)
class _Told:
    """What one variable tells of a figure."""

    variable: Variable
    question: str
    part: str
    option: int = 0


def variables(wave: Wave, language: str) -> list[Variable]:
    """The columns, with labels in the reader's language."""
    return [
        Variable("niva", _("Nivå"), width=WORDS, measure=Measure.NOMINAL),
        Variable("rolle", _("Rollegruppe"), width=WORDS, measure=Measure.NOMINAL),
        *(told.variable for told in _told(wave, language)),
    ]


def cases(wave: Wave, levels: Sequence[Line], language: str) -> Iterator[Case]:
    """A row for each level."""
    columns = _told(wave, language)
    for line in levels:
        yield [line.place, line.role, *(_value(told, line.figures.get(told.question)) for told in columns)]


def _told(wave: Wave, language: str) -> list[_Told]:
    absent = {
        PROTECTED: _("skjult for å verne dem som svarte"),
        FOR_ALL_ONLY: _("vises bare for hele nettverket"),
        TOGETHER: _("fortalt bare sammen med andre svar"),
    }
    return [told for question in questions(wave) for told in _of_question(question, language, absent)]


def _of_question(question: Question, language: str, absent: dict[float, str]) -> Iterator[_Told]:
    words = question.wording.read(language)
    names = answer_names(question, language)

    def told(
        part: str, label: str, *, decimals: int = 0, option: int = 0, values: dict[float, str] | None = None
    ) -> _Told:
        suffix = f"{part}{option + 1}" if part == "valg" else part
        variable = Variable(
            f"{question.key}_{suffix}",
            f"{label}: {words}",
            decimals=decimals,
            labels={**absent, **(values or {})},
            missing=tuple(absent),
        )
        return _Told(variable, question.key, part, option)

    yield told("n", _("Svar i alt"))
    if question.kind in ("scale", "number"):
        yield told("snitt", _("Gjennomsnitt"), decimals=2)
    if question.kind == "scale":
        steps = {float(at): name for at, name in enumerate(names, start=1)}
        yield told("topp", _("Andel av svarene som ligger høyest"), decimals=3)
        yield told("toppfra", _("De høyeste svarene begynner på"), values=steps)
    elif question.kind != "number":
        for at, name in enumerate(names):
            yield told("valg", _("Antall som valgte «%(answer)s»") % {"answer": name}, option=at)


def _value(told: _Told, figure: Figure | None) -> float | None:
    if figure is None:
        return None
    if isinstance(figure.value, Hidden):
        return CODES[figure.value.reason]
    return _of_shown(told, figure.value)


def _of_shown(told: _Told, shown: Shown) -> float:
    if told.part == "n":
        return shown.n
    if told.part == "snitt":
        return TOGETHER if shown.mean is None else shown.mean
    if told.part == "valg":
        return next((band.count for band in shown.bands if band.members == (told.option,)), TOGETHER)
    if not shown.bands:
        return TOGETHER
    highest = max(shown.bands, key=lambda band: band.members)
    return highest.count / shown.n if told.part == "topp" else highest.members[0] + 1
