"""Writing notes. No act is recorded of what somebody writes for themselves, not even that they wrote."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from sloyfe.access import audit
from sloyfe.access.models import Space
from sloyfe.cycle.competence.models import OwnNote, Package, TeamNote
from sloyfe.people.models import Person


@transaction.atomic
def keep_own(package: Package, identity: str, words: str, *, by: Person, at: datetime) -> None:
    """The note as it now is; an empty one is let go of."""
    rows = OwnNote.objects.in_space(package.space).filter(author=by, package=package, identity=identity)
    if not words.strip():
        rows.delete()
        return
    OwnNote.objects.in_space(package.space).update_or_create(
        author=by, package=package, identity=identity,
        defaults={"space": package.space, "words": words, "written_at": at},
    )  # fmt: skip


@transaction.atomic
def tell_team(package: Package, place: Space, identity: str, words: str, *, by: Person, at: datetime) -> TeamNote:
    """Write to one's unit."""
    row = TeamNote.objects.create(
        space=package.space, package=package, place=place, identity=identity, words=words, by=by, at=at
    )
    audit.record(act="note.shared", about=row, by=by, at=at, space=package.space)
    return row


@transaction.atomic
def take_away(row: TeamNote, *, by: Person, at: datetime) -> UUID:
    """Only who wrote it comes here."""
    key = row.pk
    audit.record(act="note.taken_away", about=row, by=by, at=at, space=row.space)
    TeamNote.objects.in_space(row.space).filter(pk=key, by=by).delete()
    return key
