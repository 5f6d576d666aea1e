"""The minutes of a meeting as a document: point, group, meeting, and never a person who took part."""

import datetime as dt

from django.conf import settings
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from sloyfe.cycle.meetings.models import MeetingDecision
from sloyfe.cycle.meetings.queries.minutes import Minutes, OfPhase
from sloyfe.cycle.plan.papers.wording import answers, day
from sloyfe.cycle.plan.queries.links import measure_url
from sloyfe.documents.tree import (
    Block,
    BulletList,
    Document,
    Heading,
    Language,
    Meta,
    NumberedList,
    Paragraph,
    Run,
    Table,
    Words,
    paragraphs,
)


def minutes_paper(minutes: Minutes, language: Language, today: dt.date) -> Document:
    """What was asked, how the time went, what the groups agreed on, what was decided, and what it came to."""
    with override(language):
        meeting = minutes.meeting
        return Document(
            title=_("Referat: %(title)s") % {"title": meeting.title.read(language)},
            subtitle=meeting.question.read(language),
            language=language,
            meta=Meta(organisation=_for_whom(minutes), date=today, status="" if meeting.is_held else _("Utkast")),
            blocks=(
                *answers(*_facts(minutes)),
                *_part(_("Det møtet kom til"), _words(minutes, language)),
                *_part(_("Beslutninger"), _decisions(minutes, language)),
                *_part(_("Prioritert"), _priorities(minutes)),
                *_part(_("Det møtet førte til"), _became(minutes)),
                *_part(_("Felles punkter"), _common(minutes)),
                *_points(minutes, language),
                *_part(_("Innvendinger som ble parkert"), _objections(minutes)),
                *_part(_("Gangen i møtet"), _course(minutes, language)),
            ),
        )


def _part(title: str, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    return (Heading(1, title), *blocks) if blocks else ()


def _for_whom(minutes: Minutes) -> str:
    places = ", ".join(place.title for place in minutes.meeting.places.all())
    return places or minutes.meeting.space.title


def _facts(minutes: Minutes) -> list[tuple[str, str]]:
    meeting, count = minutes.meeting, minutes.took_part
    when = f"{date_format(meeting.on, 'j. F Y')}, {meeting.starts:%H:%M}"
    many = ngettext("%(count)s person", "%(count)s personer", count or 0) % {"count": count} if count else ""
    return [
        (_("Når"), when),
        (_("Hvor"), meeting.where),
        (_("For hvem"), _for_whom(minutes)),
        (_("Hvor mange var med"), many),
    ]


def _words(minutes: Minutes, language: Language) -> tuple[Block, ...]:
    meeting = minutes.meeting
    return paragraphs(meeting.holding.words.read(language)) if meeting.is_held else ()


def _decisions(minutes: Minutes, language: Language) -> tuple[Block, ...]:
    if not minutes.decisions:
        return ()
    rows = tuple(_decision(each, minutes, language) for each in minutes.decisions)
    header = (_("Hva"), _("Hvem"), _("Innen"), _("Ble til"))
    return (Table(_("Beslutninger"), header, rows, widths=(4, 2, 1.5, 2), row_headers=True),)


def _decision(decision: MeetingDecision, minutes: Minutes, language: Language) -> tuple[Words, ...]:
    became: Words = "–"
    if decision.measure:
        link = settings.PUBLIC_URL + measure_url(decision.measure, minutes.meeting.space)
        became = (Run(_("Tiltak i planen"), link=link),)
    return (decision.what.read(language), decision.responsible or "–", day(decision.due) or "–", became)


def _priorities(minutes: Minutes) -> tuple[Block, ...]:
    return (NumberedList(tuple(minutes.priorities)),) if minutes.priorities else ()


def _became(minutes: Minutes) -> tuple[Block, ...]:
    """In words; addresses are for the page, where those who may open them are signed in."""
    items = tuple(
        _("%(words)s (%(kind)s: %(name)s)") % {"words": each.words, "kind": each.link.kind, "name": each.link.title}
        for each in minutes.became
    )
    return (BulletList(items),) if items else ()


def _objections(minutes: Minutes) -> tuple[Block, ...]:
    items = tuple(
        _("Bord %(number)s: %(words)s") % {"number": each.group.number, "words": each.words}
        for each in minutes.objections
    )
    return (BulletList(items),) if items else ()


def _common(minutes: Minutes) -> tuple[Block, ...]:
    items = tuple(
        _("%(words)s (fra bord %(tables)s)")
        % {"words": each.words, "tables": ", ".join(str(part.point.group.number) for part in each.parts.all())}
        for each in minutes.common
    )
    return (BulletList(items),) if items else ()


def _points(minutes: Minutes, language: Language) -> tuple[Block, ...]:
    blocks = tuple(block for each in minutes.by_phase for block in _of_phase(each, language))
    return _part(_("Det gruppene ble enige om"), blocks)


def _of_phase(found: OfPhase, language: Language) -> tuple[Block, ...]:
    items = tuple(
        _("Bord %(number)s: %(words)s") % {"number": point.group.number, "words": point.words} for point in found.points
    )
    return (Heading(2, found.phase.title.read(language)), BulletList(items))


def _course(minutes: Minutes, language: Language) -> tuple[Block, ...]:
    if not minutes.spent:
        return ()
    rows = tuple(
        (each.phase.title.read(language), str(each.phase.minutes), "–" if each.used is None else str(each.used))
        for each in minutes.spent
    )
    header = (_("Fase"), _("Minutter satt av"), _("Minutter brukt"))
    caption = _("Hvordan tiden gikk")
    return (
        Table(caption, header, rows, widths=(4, 1.5, 1.5), row_headers=True, right=(1, 2)),
        Paragraph(_("Referatet sier hva gruppene kom til, og aldri hvem som sa hva. Private notater er ikke med.")),
    )
