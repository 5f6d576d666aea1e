"""The agreement as a document."""

from django.utils.translation import gettext as _
from django.utils.translation import override

from sloyfe.cycle.partnership.content.agreement import agreement_template
from sloyfe.cycle.partnership.models import Agreement, AgreementVersion
from sloyfe.cycle.partnership.models.wording import Grid, Part
from sloyfe.cycle.partnership.queries.agreement import newest_version
from sloyfe.cycle.partnership.queries.rounds import partnership
from sloyfe.cycle.partnership.queries.signatures import signing
from sloyfe.cycle.partnership.queries.wording import digest_of, parts_now
from sloyfe.documents.tree import (
    Block,
    Document,
    Heading,
    Language,
    Meta,
    Note,
    Signature,
    Signatures,
    Table,
    paragraphs,
)


def agreement_document(agreement: Agreement, language: Language) -> Document:
    """The version that was put forward, with its signatures; a draft, marked as one, where something is newer."""
    newest = newest_version(agreement)
    now = parts_now(agreement)
    current = newest is not None and newest.digest == digest_of(now)
    with override(language):
        blocks: list[Block] = [] if current else [Note(_("Dette er et utkast. Det er ikke lagt fram for signering."))]
        if newest and current and hasattr(newest, "amendment"):
            blocks.append(Note(newest.amendment.reason, title=_("Tillegg %s") % newest.amendment.number))
        for part in now:
            blocks.extend(_section(part, language))
        blocks.extend(_signatures(newest if current else None))
        version = str(newest.number) if newest and current else ""
        return Document(
            title=agreement_template().title.read(language),
            language=language,
            subtitle=partnership(agreement.space).name.read(language),
            meta=Meta(
                organisation=agreement.space.title,
                date=newest.made_at.date() if newest and current else None,
                version=version,
                status="" if current else _("Utkast"),
            ),
            blocks=tuple(blocks),
        )


def _section(part: Part, language: Language) -> list[Block]:
    tables = [_table(grid, language) for grid in part.grids]
    heading = Heading(1, f"{part.number}. {part.heading.read(language)}")
    return [heading, *paragraphs(part.body.read(language)), *tables]


def _table(grid: Grid, language: Language) -> Table:
    return Table(
        caption=grid.title.read(language),
        header=tuple(cell.read(language) for cell in grid.header),
        rows=tuple(tuple(cell.read(language) for cell in row) for row in grid.rows),
        row_headers=True,
    )


def _signatures(version: AgreementVersion | None) -> list[Block]:
    """Who signed, and room by hand for those who have not."""
    if version is None:
        return []
    rows = []
    for each in signing(version):
        given = each.signature
        if given is None:
            rows.append(Signature(each.party.organisation.name))
            continue
        mark = _("Signert i Sløyfe av innlogget bruker, utgave %s") % version.number
        rows.append(Signature(each.party.organisation.name, given.name, given.title, given.signed_at.date(), mark))
    return [Signatures(tuple(rows))] if rows else []
