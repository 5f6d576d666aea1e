"""The owner's plan as a document, and the same questions on a form to fill in by hand."""

import datetime as dt

from django.utils.translation import gettext as _
from django.utils.translation import override

from sloyfe.cycle.plan import content
from sloyfe.cycle.plan.content import ElementWording
from sloyfe.cycle.plan.models import DevelopmentGroupMember, EndProduct, OwnerPlan
from sloyfe.cycle.plan.papers.wording import answers, day, goal_blocks, measure_table, written
from sloyfe.cycle.plan.queries.goals import goals
from sloyfe.cycle.plan.queries.measures import measures
from sloyfe.cycle.plan.queries.owner_plans import AskedElement, asked_elements, members, products
from sloyfe.documents.tree import (
    Block,
    BulletList,
    Document,
    Field,
    Fields,
    Heading,
    Language,
    Meta,
    Paragraph,
    Table,
)


def owner_plan_paper(plan: OwnerPlan, language: Language, today: dt.date) -> Document:
    """The twelve answers, the group, the end products, and the goals and measures of the round."""
    with override(language):
        wording = content.owner_plan()
        owner = plan.party.organisation.name
        year = plan.round.school_year
        return Document(
            title=wording.title.read(language),
            subtitle=f"{owner}, {year}/{(year + 1) % 100:02d}",
            language=language,
            meta=Meta(organisation=owner, date=today),
            blocks=(
                Heading(1, _("Mål")),
                *goal_blocks(goals(plan.round), language),
                Heading(1, _("Tiltak")),
                *measure_table(_("Tiltak i runden"), measures(plan.round), language),
                Heading(1, _("De tolv punktene")),
                *(block for asked in asked_elements(plan) for block in _element(asked, plan, language)),
            ),
        )


def blank_form(language: Language) -> Document:
    """The twelve questions with lines to write on."""
    with override(language):
        wording = content.owner_plan()
        return Document(
            title=wording.title.read(language),
            subtitle=_("Skjema til å fylle ut for hånd"),
            language=language,
            blocks=(
                Paragraph(wording.lead.read(language)),
                Fields((Field(_("Eier"), lines=1), Field(_("Skoleår"), lines=1))),
                *(block for each in wording.elements for block in _blank_element(each, language)),
            ),
        )


def _element(asked: AskedElement, plan: OwnerPlan, language: Language) -> tuple[Block, ...]:
    element, wording = asked.element, asked.wording
    ticked = tuple(choice.title.read(language) for choice in wording.choices if choice.key in element.ticked)
    return (
        Heading(2, f"{wording.number}. {wording.heading.read(language)}"),
        Paragraph(wording.question.read(language)),
        *written(element.answer, language),
        *((BulletList(ticked),) if ticked else ()),
        *_rows_of(wording.key, plan, language),
        *answers(
            (_("Dette har vi bestemt"), element.decision.read(language)),
            (_("Ansvarlig"), element.responsible),
            (_("Innen"), day(element.due)),
            (_("Krav eller valg"), element.get_freedom_display() if element.is_answered else ""),
        ),
    )


def _rows_of(key: str, plan: OwnerPlan, language: Language) -> tuple[Block, ...]:
    """Two of the elements hold rows: who sits in the group, and what is there in the end."""
    if key == "development_group":
        return _group(members(plan))
    if key == "end_product":
        return _products(products(plan), language)
    return ()


def _group(group: list[DevelopmentGroupMember]) -> tuple[Block, ...]:
    rows = tuple((member.name, member.get_represents_display()) for member in group)
    return (Table(_("Utviklingsgruppa"), (_("Navn"), _("På vegne av")), rows, row_headers=True),) if rows else ()


def _products(made: list[EndProduct], language: Language) -> tuple[Block, ...]:
    rows = tuple(
        (
            each.get_made_for_display(),
            each.what.read(language),
            each.responsible,
            _("Ferdig") if hasattr(each, "delivery") else day(each.due),
        )
        for each in made
        if each.what
    )
    header = (_("For"), _("Sluttprodukt"), _("Ansvarlig"), _("Innen"))
    return (Table(_("Sluttproduktene"), header, rows, widths=(1.5, 4, 2, 1.5), row_headers=True),) if rows else ()


def _blank_element(wording: ElementWording, language: Language) -> tuple[Block, ...]:
    choices = tuple(f"☐ {choice.title.read(language)}" for choice in wording.choices)
    return (
        Heading(1, f"{wording.number}. {wording.heading.read(language)}"),
        Paragraph(wording.question.read(language)),
        Paragraph(wording.help.read(language)),
        *(Paragraph(choice) for choice in choices),
        Fields(
            (
                Field(_("Svaret vårt"), lines=5),
                Field(_("Dette har vi bestemt"), lines=2),
                Field(_("Ansvarlig"), lines=1),
                Field(_("Innen"), lines=1),
                Field(_("Felles krav, eller velger enheten selv?"), lines=1),
            )
        ),
    )
