"""Taking in a table of figures: kept, rehearsed, carried out once, and taken back whole."""

import hashlib
import json
import zlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import ProtectedError
from django.utils.translation import gettext_lazy as _

from sloyfe.access import audit
from sloyfe.access.models import Space
from sloyfe.kit.refusal import Refusal
from sloyfe.kit.tables.reading import Table, read_table
from sloyfe.people.models import Person
from sloyfe.surveys.imports.choices import Choices, check, signature
from sloyfe.surveys.imports.reading import Draft, LeftOut, Places, read_figures
from sloyfe.surveys.models import (
    ColumnChoice,
    FigureFile,
    FigureImport,
    FigureImportUndone,
    OutsideFigure,
)

FORGOTTEN = timedelta(days=7)


class AlreadyRead(Refusal):
    """A file is carried out once, and a figure is kept once."""

    sentence = _("Disse tallene er allerede lest inn.")


class NothingToRead(Refusal):
    """No figure would come of it."""

    sentence = _("Med disse valgene gir fila ingen nye tall. Se på valgene for kolonnene en gang til.")


class InUse(Refusal):
    """Something stands on a figure of the import."""

    sentence = _("Minst ett av tallene er brukt i et funn. Innlesingen kan ikke tas tilbake.")


class AlreadyUndone(Refusal):
    """Taken back before."""

    sentence = _("Innlesingen er allerede tatt tilbake.")


@dataclass(frozen=True)
class Rehearsal:
    """What carrying a file out would do."""

    drafts: list[Draft]
    known: list[Draft]
    left: list[LeftOut]

    @property
    def hidden(self) -> list[Draft]:
        """Figures without a value: hidden, or missing."""
        return [draft for draft in self.drafts if draft.absence]


def keep_file(content: bytes, name: str, sheet: str, *, space: Space, by: Person, at: datetime) -> FigureFile:
    """Take in a file that holds a table; nothing of it is a figure yet."""
    table = read_table(content, sheet)
    mark = signature(table.columns)
    before = ColumnChoice.objects.in_space(space).filter(signature=mark).first()
    return FigureFile.objects.create(
        space=space,
        by=by,
        at=at,
        name=name[:200],
        digest=hashlib.sha256(content).hexdigest(),
        signature=mark,
        table=_packed(table),
        choices=before.choices if before else {},
    )


def forget_files(*, at: datetime) -> None:
    """Let go of files that nobody carried out within a week, in every partnership."""
    FigureFile.objects.bounded().filter(run=None, at__lt=at - FORGOTTEN).delete()


@transaction.atomic
def choose(file: FigureFile, choices: Choices) -> None:
    """Say what the columns are; remembered for the next file with the same header."""
    check(choices)
    file.choices = choices.as_json()
    file.save(update_fields=["choices"])
    told = {"choices": file.choices}
    ColumnChoice.objects.bounded().update_or_create(space=file.space, signature=file.signature, defaults=told)


def table_of(file: FigureFile) -> Table:
    """What was read of the file when it came."""
    told: dict[str, Any] = json.loads(zlib.decompress(bytes(file.table)))
    rows = tuple((line, tuple(cells)) for line, cells in told.pop("rows"))
    notes = frozenset(told.pop("notes"))
    return Table(rows=rows, notes=notes, **{name: tuple(value) for name, value in told.items()})


def rehearse(file: FigureFile, places: Places) -> Rehearsal:
    """Read everything, keep nothing."""
    if hasattr(file, "run"):
        raise AlreadyRead
    choices = Choices(**file.choices)
    check(choices)
    drafts, left = read_figures(table_of(file), choices, places)
    prints = {draft.fingerprint for draft in drafts}
    rows = OutsideFigure.objects.in_space(file.space).filter(run__isnull=False).exclude(fingerprint="")
    known = prints & set(rows.values_list("fingerprint", flat=True))
    fresh = [draft for draft in drafts if draft.fingerprint not in known]
    return Rehearsal(fresh, [draft for draft in drafts if draft.fingerprint in known], left)


def carry_out(file: FigureFile, places: Places, *, by: Person, at: datetime) -> FigureImport:
    """Keep the figures, for good; the table is let go of afterwards."""
    try:
        with transaction.atomic():
            return _carry_out(file, rehearse(file, places), by=by, at=at)
    except IntegrityError as error:  # somebody was quicker by an instant
        raise AlreadyRead from error


def _carry_out(file: FigureFile, found: Rehearsal, *, by: Person, at: datetime) -> FigureImport:
    if not found.drafts:
        raise NothingToRead
    run = FigureImport.objects.create(
        space=file.space,
        file=file,
        by=by,
        at=at,
        source=file.choices["source"],
        taken=len(found.drafts),
        hidden=len(found.hidden),
        left_out=len(found.left) + len(found.known),
    )
    OutsideFigure.objects.bulk_create(
        [
            OutsideFigure(
                space=file.space,
                run=run,
                place_id=draft.place,
                about=draft.about,
                group=draft.group,
                source=draft.source,
                indicator=draft.indicator,
                period=draft.period,
                value=draft.value,
                absence=draft.absence,
                n=draft.n,
                unit=draft.unit,
                fingerprint=draft.fingerprint,
            )
            for draft in found.drafts
        ],
        batch_size=500,
    )
    file.table = b""
    file.save(update_fields=["table"])
    audit.record(act="figures.imported", about=run, by=by, at=at, space=file.space)
    return run


def undo(run: FigureImport, *, by: Person, at: datetime) -> None:
    """Take out all that came in with a file, unless something stands on it."""
    try:
        with transaction.atomic():
            _done, made = FigureImportUndone.objects.get_or_create(run=run, defaults={"by": by, "at": at})
            if not made:
                raise AlreadyUndone
            run.figures.all().delete()
            audit.record(act="figures.import_undone", about=run, by=by, at=at, space=run.space)
    except ProtectedError as error:
        raise InUse from error


def _packed(table: Table) -> bytes:
    told = {
        "columns": table.columns,
        "rows": table.rows,
        "labels": table.labels,
        "others": table.others,
        "notes": sorted(table.notes),
    }
    return zlib.compress(json.dumps(told).encode())
