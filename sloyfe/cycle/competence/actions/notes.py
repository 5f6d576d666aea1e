"""Writing notes. No act is recorded of what somebody writes for themselves, not even that they wrote."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from sloyfe.access import audit
from sloyfe.access.models import Space
from sloyfe.cycle.competence.models import OwnNote, Package, TeamNote
from sloyfe.kit.refusal import Refusal
from sloyfe.people.actions import own_key
from sloyfe.people.models import Person


class StillLocked(Refusal):
    """What stands there cannot be opened now, but perhaps later: nothing is written over it."""

    sentence = _(
        "Notatet som står her fra før, kan ikke åpnes nå. Vent til det kan åpnes, eller ta det bort, "
        "før du skriver et nytt."
    )


@transaction.atomic
def keep_own(package: Package, identity: str, words: str, *, by: Person) -> None:
    """The note as it now is; an empty one is let go of."""
    rows = OwnNote.objects.in_space(package.space).filter(author=by, package=package, identity=identity)
    if not words.strip():
        rows.delete()
        return
    key = own_key(by)
    if any(row.words is None for row in rows.select_related("key")):
        raise StillLocked
    OwnNote.objects.in_space(package.space).update_or_create(
        author=by, package=package, identity=identity,
        defaults={"space": package.space, "key": key, "sealed": key.sealed(words)},
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
