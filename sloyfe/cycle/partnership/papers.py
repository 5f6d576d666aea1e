"""The agreement as a document."""

from collections.abc import Sequence

from django.utils import timezone
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


def agreement_document(
    agreement: Agreement, language: Language, *, version: AgreementVersion | None = None
) -> Document:
    """A version with its signatures; without one, the newest if it still says the same, else a draft marked as one."""
    parts = [Part.from_json(part) for part in version.content] if version else parts_now(agreement)
    if version is None:
        newest = newest_version(agreement)
        version = newest if newest and newest.digest == digest_of(parts) else None
    with override(language):
        blocks = [*_first_words(version), *(block for part in parts for block in _section(part, language))]
        return Document(
            title=agreement_template().title.read(language),
            language=language,
            subtitle=partnership(agreement.space).name.read(language),
            meta=Meta(
                organisation=agreement.space.title,
                date=timezone.localdate(version.made_at) if version else None,
                version=str(version.number) if version else "",
                status="" if version else _("Utkast"),
            ),
            blocks=(*blocks, *_signatures(version)),
        )


def _first_words(version: AgreementVersion | None) -> list[Block]:
    """That it is a draft, or what the amendment changes."""
    if version is None:
        return [Note(_("Dette er et utkast. Det er ikke lagt fram for signering."))]
    if hasattr(version, "amendment"):
        return [Note(version.amendment.reason, title=_("Tillegg %s") % version.amendment.number)]
    return []


def _section(part: Part, language: Language) -> list[Block]:
    tables = [_table(grid, language) for grid in part.grids]
    heading = Heading(1, f"{part.number}. {part.heading.read(language)}")
    return [heading, *paragraphs(part.body.read(language)), *tables]


def _table(grid: Grid, language: Language) -> Table:
    header = tuple(cell.read(language) for cell in grid.header)
    rows = tuple(tuple(cell.read(language) for cell in row) for row in grid.rows)
    widths = tuple(_width(column) for column in zip(header, *rows, strict=True))
    return Table(caption=grid.title.read(language), header=header, rows=rows, widths=widths, row_headers=True)


def _width(column: Sequence[str]) -> float:
    """Room for the longest word, and more where there is much to say."""
    longest_word = max(len(word) for cell in column for word in cell.split() or [""])
    return max(longest_word + 2, min(max(len(cell) for cell in column), 30), 8)


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
        rows.append(
            Signature(each.party.organisation.name, given.name, given.title, timezone.localdate(given.signed_at), mark)
        )
    return [Signatures(tuple(rows))] if rows else []
