"""The activity plan of a school year as a document."""

import datetime as dt

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from sloyfe.cycle.plan.models import CompetenceStep
from sloyfe.cycle.plan.papers.unit_plan import competence_table
from sloyfe.cycle.plan.papers.wording import measure_table, period
from sloyfe.cycle.plan.queries.years import ActivityYear, Happening, Month
from sloyfe.documents.tree import Block, Document, Heading, Language, Meta, Table


def activity_paper(
    activity: ActivityYear,
    whose: str,
    language: Language,
    today: dt.date,
    competence: list[CompetenceStep] | None = None,
) -> Document:
    """Measures month by month, what has no date yet, and, for a unit, its competence plan."""
    with override(language):
        return Document(
            title=_("Aktivitetsplan %(year)s") % {"year": activity.year},
            subtitle=whose,
            language=language,
            meta=Meta(organisation=whose, date=today),
            blocks=(
                Heading(1, _("Måned for måned")),
                _months(activity, language),
                *_undated(activity, language),
                *_competence(competence, language),
            ),
        )


def happening_words(happening: Happening, language: Language) -> str:
    """The measure, whether it begins, goes on or ends this month, and who answers for it."""
    measure = happening.measure
    words = f"{measure.title.read(language)} ({_stands(happening)})"
    return f"{words} · {measure.responsible}" if measure.responsible else words


def _stands(happening: Happening) -> str:
    if happening.begins and happening.ends:
        return period(happening.measure)
    if happening.begins:
        return _("begynner")
    return _("slutter") if happening.ends else _("pågår")


def _months(activity: ActivityYear, language: Language) -> Table:
    rows = tuple(_month(month, language) for month in activity.months)
    header = (_("Måned"), _("Tiltak og ansvarlig"))
    return Table(_("Tiltak gjennom året"), header, rows, widths=(2, 6.5), row_headers=True)


def _month(month: Month, language: Language) -> tuple[str, str]:
    happenings = [happening_words(each, language) for each in month.happenings]
    lessons = [each.what.read(language) for each in month.competence]
    return (date_format(month.first, "F Y"), "\n".join([*happenings, *lessons]))


def _undated(activity: ActivityYear, language: Language) -> tuple[Block, ...]:
    if not activity.undated:
        return ()
    return (Heading(1, _("Uten dato")), *measure_table(_("Tiltak uten dato"), activity.undated, language))


def _competence(steps: list[CompetenceStep] | None, language: Language) -> tuple[Block, ...]:
    return () if steps is None else (Heading(1, _("Kompetanseplan")), *competence_table(steps, language))
