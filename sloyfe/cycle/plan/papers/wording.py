"""Turning rows of the plan into the blocks that several of its documents share."""

import datetime as dt
from collections.abc import Iterable

from django.utils.translation import gettext as _

from sloyfe.cycle.plan.models import Goal, Measure, NotMeasured
from sloyfe.documents.tree import Block, BulletList, Fields, Heading, Language, Paragraph, Table, paragraphs
from sloyfe.documents.tree import Field as Line
from sloyfe.kit.text import Text


def written(text: Text, language: Language) -> tuple[Block, ...]:
    """What somebody wrote, or a line that says that nothing is written yet."""
    return paragraphs(text.read(language)) or (Paragraph(_("Ikke skrevet ennå.")),)


def day(value: dt.date | None) -> str:
    """22.11.2026, or nothing."""
    return f"{value:%d.%m.%Y}" if value else ""


def period(measure: Measure) -> str:
    """From and to, as far as they are known."""
    return " – ".join(dict.fromkeys(part for part in (day(measure.starts), day(measure.ends)) if part))


def answers(*pairs: tuple[str, str]) -> tuple[Block, ...]:
    """Short answers beside their labels; those without an answer are left out."""
    items = tuple(Line(label, answer) for label, answer in pairs if answer)
    return (Fields(items, beside=True),) if items else ()


def goal_blocks(goals: Iterable[Goal], language: Language) -> tuple[Block, ...]:
    """Each goal with its signs and how it is measured."""
    blocks: list[Block] = []
    for goal in goals:
        blocks.append(Heading(2, f"{goal.get_kind_display()}: {goal.wording.read(language)}"))
        blocks += answers(
            (_("Kommer fra behovet"), goal.priority.need.wording.read(language)),
            (_("Måles med"), how_measured(goal, language)),
        )
        if signs := tuple(sign.words.read(language) for sign in goal.signs.all()):
            blocks += [Paragraph(_("Tegn vi ser etter:")), BulletList(signs)]
    return tuple(blocks) or (Paragraph(_("Ingen mål er satt ennå.")),)


def how_measured(goal: Goal, language: Language) -> str:
    """The indicator, the reason for not measuring, or that it is not settled."""
    if goal.indicator:
        asked: Text = goal.indicator.wording
        return asked.read(language)
    unmeasured: NotMeasured | None = getattr(goal, "not_measured", None)
    if unmeasured:
        return _("Måles ikke: %(reason)s") % {"reason": unmeasured.reason.read(language)}
    return _("Ikke avklart ennå")


def measure_table(
    caption: str, measures: Iterable[Measure], language: Language, *, of_unit: bool = False
) -> tuple[Block, ...]:
    """Measures as a table; a unit's own are neither required nor chosen among."""
    rows = tuple(_row(each, language)[: 4 if of_unit else 5] for each in measures)
    if not rows:
        return (Paragraph(_("Ingen tiltak er planlagt ennå.")),)
    header = (_("Tiltak"), _("Ansvarlig"), _("Når"), _("Ressurser"), _("Krav eller valg"))[: 4 if of_unit else 5]
    widths = (3, 2, 2, 2, 1.5)[: len(header)]
    return (Table(caption, header, rows, widths=widths, row_headers=True),)


def _row(measure: Measure, language: Language) -> tuple[str, ...]:
    return (
        measure.title.read(language),
        measure.responsible or "–",
        period(measure) or "–",
        measure.resources.read(language) or "–",
        measure.get_freedom_display(),
    )
