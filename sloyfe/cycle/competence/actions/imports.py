"""Reading a package in: kept, read with progress, and stored as a new version in one transaction."""

from collections.abc import Callable
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from sloyfe.access import audit
from sloyfe.access.models import Space
from sloyfe.cycle.competence.actions.storing import store
from sloyfe.cycle.competence.markup.packages import PackageTree
from sloyfe.cycle.competence.models import (
    ImportCancelled,
    ImportFinished,
    ImportRefused,
    Package,
    PackageImport,
    PackageVersion,
)
from sloyfe.cycle.competence.reading.doors import read_package
from sloyfe.cycle.competence.reading.telling import in_both
from sloyfe.kit.refusal import Refusal
from sloyfe.people.models import Person

TELL_EVERY = 8


class ImportIsOver(Refusal):
    """A file is read once."""

    sentence = _("Denne innlesingen er avsluttet. Last opp fila på nytt for å lese den igjen.")


class CalledOff(Refusal):
    """Somebody called the import off while it was under way."""

    sentence = _("Innlesingen ble avbrutt. Ingenting er lagret.")


@transaction.atomic
def keep_file(
    space: Space, content: bytes, name: str, *, by: Person, at: datetime, tries_first: bool = False
) -> PackageImport:
    """Take in a file; nothing of it is read yet. One that is tried first is not stored before somebody says so."""
    run = PackageImport.objects.create(
        space=space, content=content, name=name[:200], by=by, at=at, tries_first=tries_first
    )
    audit.record(act="package.kept", about=run, by=by, at=at, space=space)
    return run


def carry_out(run: PackageImport, *, at: datetime, into: Package | None = None) -> PackageVersion:
    """Read the file and store it as the next version of its package; a refusal is written down, and raised."""
    if fresh(run).is_over:
        raise ImportIsOver
    try:
        tree = read_package(bytes(run.content), run.name, progress_of(run))
        return _finish(run, tree, into, at)
    except CalledOff:
        raise
    except Refusal as refusal:
        refuse(run, refusal, at=at)
        raise


@transaction.atomic
def _finish(run: PackageImport, tree: PackageTree, into: Package | None, at: datetime) -> PackageVersion:
    locked = PackageImport.objects.in_space(run.space).select_for_update().get(pk=run.pk)
    if locked.is_over:
        raise CalledOff
    version = store(tree, locked, into=into, at=at)
    ImportFinished.objects.create(run=locked, version=version, at=at)
    let_go(locked)
    audit.record(act="package.read", about=version, by=run.by, at=at, space=run.space)
    return version


@transaction.atomic
def refuse(run: PackageImport, refusal: Refusal, *, at: datetime) -> None:
    """Write down why it could not be read; what somebody pasted is kept, so that it can be mended."""
    told = {"sentences": in_both(refusal.sentence), "at": at}
    ImportRefused.objects.get_or_create(run=run, defaults=told)
    if not run.is_pasted:
        let_go(run)


@transaction.atomic
def cancel(run: PackageImport, *, by: Person, at: datetime) -> None:
    """Call it off; a reading that is under way stops at its next page."""
    locked = PackageImport.objects.in_space(run.space).select_for_update().get(pk=run.pk)
    if locked.is_over:
        raise ImportIsOver
    ImportCancelled.objects.create(run=locked, by=by, at=at)
    let_go(locked)
    audit.record(act="package.called_off", about=locked, by=by, at=at, space=run.space)


def progress_of(run: PackageImport) -> Callable[[int, int], None]:
    """Writes how far it has come, and stops when somebody has called it off."""

    def told(done: int, of: int) -> None:
        if done % TELL_EVERY == 0 or done == of:
            if ImportCancelled.objects.filter(run=run).exists():
                raise CalledOff
            PackageImport.objects.in_space(run.space).filter(pk=run.pk).update(done=done, of=of)

    return told


def fresh(run: PackageImport) -> PackageImport:
    """The row as it is now."""
    return PackageImport.objects.in_space(run.space).get(pk=run.pk)


def let_go(run: PackageImport) -> None:
    """The file is no longer needed."""
    PackageImport.objects.in_space(run.space).filter(pk=run.pk).update(content=b"")
