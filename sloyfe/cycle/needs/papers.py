"""The needs report as a document, in bokmål or nynorsk whatever the language of the page."""

from typing import Literal

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from sloyfe.cycle.needs.content.report import report_content
from sloyfe.cycle.needs.models import NeedsReport
from sloyfe.cycle.needs.queries import reports as queries
from sloyfe.documents.tree import Block, Document, Heading, Meta, Note, Paragraph, Table, paragraphs

Language = Literal["nb", "nn"]


def needs_report_paper(report: NeedsReport, language: Language) -> Document:
    """Every field under its heading, then the award and the own shares."""
    with override(language):
        content = report_content()
        return Document(
            title=content.title.read(language),
            language=language,
            subtitle=f"{report.applicant.organisation.name}, {report.scheme.county} {report.scheme.year}",
            meta=Meta(organisation=report.applicant.organisation.name, date=timezone.localdate(report.begun_at)),
            blocks=(*_fields(report, language), *_money(report)),
        )


def _fields(report: NeedsReport, language: Language) -> list[Block]:
    blocks: list[Block] = []
    for filled in queries.filled(report):
        words = filled.answer.words.read(language)
        if not words and not filled.field.required:
            continue
        blocks.append(Heading(1, filled.field.label.read(language)))
        blocks += paragraphs(words) if words else [Note(_("Ikke fylt ut"), tone="warning")]
    return blocks


def _money(report: NeedsReport) -> list[Block]:
    blocks: list[Block] = []
    award = getattr(report, "award", None)
    if award is not None:
        blocks.append(Heading(1, _("Tildeling")))
        blocks.append(Paragraph(f"{award.amount:,} kr".replace(",", " ")))
    shares = list(report.own_shares.all())
    if shares:
        caption = _("Egenandel")
        rows = tuple(
            (share.party.organisation.name, share.get_kind_display(), f"{share.amount:,}".replace(",", " "), share.note)
            for share in shares
        )
        blocks.append(Heading(1, caption))
        blocks.append(Table(caption, (_("Part"), _("Hva slags"), _("Kroner"), _("Merknad")), rows, right=(2,)))
    return blocks
