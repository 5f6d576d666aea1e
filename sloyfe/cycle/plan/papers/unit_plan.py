"""A unit's plan as a document: what is as at the owner's, what differs, and what it adds."""

import datetime as dt

from django.utils.translation import gettext as _
from django.utils.translation import override

from sloyfe.cycle.partnership.models import Round
from sloyfe.cycle.plan.models import CompetenceStep
from sloyfe.cycle.plan.papers.wording import answers, day, goal_blocks, measure_table, written
from sloyfe.cycle.plan.queries.goals import goals
from sloyfe.cycle.plan.queries.unit_plans import Line, UnitView
from sloyfe.documents.tree import Block, Document, Heading, Language, Meta, Paragraph, Table


def unit_plan_paper(view: UnitView, this_round: Round, language: Language, today: dt.date) -> Document:
    """Everything that holds for this unit, with what differs first."""
    with override(language):
        name = view.unit.organisation.name
        year = this_round.school_year
        return Document(
            title=_("Plan for enheten"),
            subtitle=f"{name}, {year}/{(year + 1) % 100:02d}",
            language=language,
            meta=Meta(organisation=name, date=today, status=_status(view)),
            blocks=(
                Heading(1, _("Tid til felles utvikling")),
                *_time(view),
                Heading(1, _("Slik gjør vi det hos oss")),
                *_differing(view, language),
                Heading(1, _("Mål")),
                *goal_blocks(goals(this_round), language),
                Heading(1, _("Tiltak i nettverket")),
                *measure_table(_("Tiltak i nettverket"), view.taken_measures, language),
                Heading(1, _("Våre egne tiltak")),
                *measure_table(_("Våre egne tiltak"), view.own_measures, language, of_unit=True),
                Heading(1, _("Kompetanseplan")),
                *competence_table(view.competence, language),
                Heading(1, _("Det vi tar som det står hos eier")),
                *_inherited(view, language),
            ),
        )


def competence_table(steps: list[CompetenceStep], language: Language) -> tuple[Block, ...]:
    """Who is to learn what, how and when."""
    rows = tuple(
        (
            each.what.read(language),
            each.whom.read(language),
            each.way.read(language),
            f"{day(each.starts)} – {day(each.ends)}",
        )
        for each in steps
    )
    if not rows:
        return (Paragraph(_("Kompetanseplanen er ikke skrevet ennå.")),)
    header = (_("Hva"), _("Hvem"), _("Hvordan"), _("Når"))
    return (Table(_("Kompetanseplan"), header, rows, widths=(3, 2, 3, 2), row_headers=True),)


def _status(view: UnitView) -> str:
    confirmed = view.plan is not None and hasattr(view.plan, "confirmation")
    return _("Bekreftet av leder") if confirmed else _("Utkast")


def _time(view: UnitView) -> tuple[Block, ...]:
    if view.time is None:
        return (Paragraph(_("Ikke ført opp ennå.")),)
    return answers((_("Timer i måneden"), str(view.time.hours_a_month)), (_("Merknad"), view.time.remark))


def _differing(view: UnitView, language: Language) -> tuple[Block, ...]:
    if not view.differing:
        return (Paragraph(_("Vi følger eiers plan slik den står.")),)
    return tuple(block for line in view.differing for block in _line(line, language))


def _line(line: Line, language: Language) -> tuple[Block, ...]:
    return (
        Heading(2, f"{line.heading.read(language)} ({line.how.label.lower()})"),
        *answers((_("Hos eier"), line.owners_words.read(language))),
        *written(line.words, language),
    )


def _inherited(view: UnitView, language: Language) -> tuple[Block, ...]:
    lines = [line for line in view.elements if not line.differs and line.owners_words]
    if not lines:
        return (Paragraph(_("Ingenting å arve ennå.")),)
    return tuple(
        block
        for line in lines
        for block in (Heading(2, line.heading.read(language)), *written(line.owners_words, language))
    )
