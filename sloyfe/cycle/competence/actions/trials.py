"""A package on trial: read and reported before anything is stored, then taken in without being given again."""

from contextlib import suppress
from datetime import datetime, timedelta

from django.db import InterfaceError, OperationalError, transaction
from django.utils.translation import gettext_lazy as _

from sloyfe.access import audit
from sloyfe.cycle.competence.actions.imports import (
    CalledOff,
    ImportIsOver,
    cancel,
    carry_out,
    fresh,
    let_go,
    progress_of,
    refuse,
)
from sloyfe.cycle.competence.actions.storing import identity_of, newest_of, pages_of, storable
from sloyfe.cycle.competence.markup.packages import PackageTree
from sloyfe.cycle.competence.models import ImportTaken, ImportTrial, Package, PackageImport
from sloyfe.cycle.competence.queries.differences import as_plain, between, pages_to_compare
from sloyfe.cycle.competence.queries.runs import left_over, waiting
from sloyfe.cycle.competence.reading.doors import read_package
from sloyfe.cycle.competence.reading.reporting import report_on
from sloyfe.cycle.competence.reading.telling import tell
from sloyfe.kit.refusal import Refusal
from sloyfe.people.models import Person

FORGOTTEN = timedelta(days=14)


class NotTried(Refusal):
    """Only what has been tried is taken in this way."""

    sentence = _("Prøven er ikke ferdig. Vent til rapporten står på siden.")


class BrokenReadingError(RuntimeError):
    """Some packages broke the reading of them; for the log."""


class NotReadable(Refusal):
    """The reading broke, which is a mistake of ours; tried again, it would break again."""

    sentence = _("Noe i pakken er skrevet slik at vi ikke klarer å lese den. Ingenting er lagret. Si fra til oss.")


def read_waiting(*, at: datetime) -> int:
    """Read what waits, one after the other; what is wrong with one stands on its page, and keeps no other waiting."""
    read, broken = 0, []
    for run in waiting():
        try:
            _read(run, at)
            read += 1
        except Refusal:
            continue
        except (OperationalError, InterfaceError, OSError):
            raise  # nothing is wrong with the package: the database or the disk is away, and it is read later
        except Exception as error:  # noqa: BLE001 - one that breaks the reading must not keep the others waiting
            broken.append(error)
            refuse(run, NotReadable(), at=at)
    if broken:
        raise BrokenReadingError(f"{len(broken)} packages could not be read") from broken[0]
    return read


def _read(run: PackageImport, at: datetime) -> None:
    """One that is begun on waits behind the others if the worker falls with it."""
    progress_of(run)(0, 1)
    if run.tries_first and not hasattr(run, "taken"):
        try_out(run, at=at)
    else:
        carry_out(run, at=at)


def try_out(run: PackageImport, *, at: datetime) -> ImportTrial:
    """Read the file and write down what it would give; no page, file or version is stored."""
    if fresh(run).is_over:
        raise ImportIsOver
    try:
        tree = read_package(bytes(run.content), run.name, progress_of(run))
        return _tell(run, tree, at)
    except CalledOff:
        raise
    except Refusal as refusal:
        refuse(run, refusal, at=at)
        raise


@transaction.atomic
def _tell(run: PackageImport, tree: PackageTree, at: datetime) -> ImportTrial:
    told = {"report": storable(tell(report_on(tree))), "differences": _differences(run, tree), "at": at}
    found, _made = ImportTrial.objects.get_or_create(run=run, defaults=told)
    return found


def _differences(run: PackageImport, tree: PackageTree) -> object:
    """Against the newest version, if there is one; the very same file is refused."""
    package = Package.objects.in_space(run.space).filter(identity=identity_of(tree, run)).first()
    newest = newest_of(package, bytes(run.content)) if package else None
    if newest is None:
        return None
    own = {"space": run.space, "version": newest}
    return as_plain(between(pages_to_compare(newest), pages_of(tree, own)))


@transaction.atomic
def take_in(run: PackageImport, *, by: Person, at: datetime) -> None:
    """Let the worker read it again and store it."""
    locked = PackageImport.objects.in_space(run.space).select_for_update().get(pk=run.pk)
    if locked.is_over:
        raise ImportIsOver
    if not hasattr(locked, "trial"):
        raise NotTried
    ImportTaken.objects.get_or_create(run=locked, defaults={"by": by, "at": at})
    PackageImport.objects.in_space(run.space).filter(pk=run.pk).update(done=0, of=0)
    audit.record(act="package.taken_in", about=locked, by=by, at=at, space=run.space)


def forget_left_over(*, at: datetime) -> None:
    """Two weeks on, trials that nobody took in are called off, and pasted text that was refused is let go of."""
    for run in left_over(at - FORGOTTEN):
        if run.is_over:
            let_go(run)
        else:
            with suppress(ImportIsOver):
                cancel(run, by=run.by, at=at)
