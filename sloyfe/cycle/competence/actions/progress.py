"""Noting what a unit has done together, taking it back, and giving a certificate for it."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from sloyfe.access import audit
from sloyfe.access.models import Space
from sloyfe.cycle.competence.models import CertificateWithdrawal, Package, PackageVersion, UnitCertificate, UnitDone
from sloyfe.cycle.competence.queries.progress import Progress, progress_at
from sloyfe.kit.refusal import Refusal
from sloyfe.people.actions import new_code
from sloyfe.people.models import Person

CODE_LENGTH = 12


class NothingChosen(Refusal):
    sentence = _("Velg minst én side dere har gjort sammen.")
    status = 422


class NotThere(Refusal):
    sentence = _("En av sidene er ikke lenger med i pakken hos dere. Se over listen, og prøv igjen.")


class InTheFuture(Refusal):
    sentence = _("Datoen er ikke kommet ennå. Velg dagen dere gjorde det.")
    status = 422


class NothingFinished(Refusal):
    sentence = _("Dere har ikke gjort en hel modul ennå. Beviset kan lages når minst én modul er ferdig.")


@transaction.atomic
def note_done(
    version: PackageVersion,
    place: Space,
    pages: Sequence[str],
    *,
    team: str,
    on: date,
    words: str,
    by: Person,
    at: datetime,
) -> list[UnitDone]:
    """A unit or a team in it did these pages together; noted again, the day and the words are the new ones."""
    known = {page.identity for module in progress_at(version, place).modules for page in module.pages}
    if not pages:
        raise NothingChosen
    if not set(pages) <= known:
        raise NotThere
    if on > timezone.localdate(at):
        raise InTheFuture
    made = [
        UnitDone.objects.in_space(version.space).update_or_create(
            package_id=version.package_id, place=place, identity=page, team=" ".join(team.split()),
            defaults={"space": version.space, "on": on, "words": " ".join(words.split()), "by": by, "at": at},
        )[0]
        for page in dict.fromkeys(pages)
    ]  # fmt: skip
    for row in made:
        audit.record(act="progress.noted", about=row, by=by, at=at, space=version.space)
    return made


@transaction.atomic
def undo_done(row: UnitDone, version: PackageVersion, *, by: Person, at: datetime) -> None:
    """It was not done after all; certificates that rest on it no longer hold."""
    _lock(version)
    audit.record(act="progress.undone", about=row, by=by, at=at, space=version.space)
    place = row.place
    UnitDone.objects.in_space(version.space).filter(pk=row.pk).delete()
    left = set(
        UnitDone.objects.in_space(version.space)
        .filter(package=version.package_id, place=place)
        .values_list("identity", flat=True)
    )
    standing = UnitCertificate.objects.in_space(version.space).filter(
        version__package=version.package_id, place=place, withdrawal=None
    )
    for certificate in standing:
        if not {page for module in certificate.covers for page in module["pages"]} <= left:
            CertificateWithdrawal.objects.create(certificate=certificate, by=by, at=at)
            audit.record(act="certificate.withdrawn", about=certificate, by=by, at=at, space=version.space)


@transaction.atomic
def attest(version: PackageVersion, place: Space, *, by: Person, at: datetime) -> UnitCertificate:
    """A certificate for the modules that are done; the whole package if all are. The same again is the same paper."""
    _lock(version)
    now = progress_at(version, place)
    covers = _covers(now)
    if not covers:
        raise NothingFinished
    same = UnitCertificate.objects.in_space(version.space).filter(version=version, place=place, withdrawal=None)
    if found := next((row for row in same if row.covers == covers), None):
        return found
    row = UnitCertificate.objects.create(
        space=version.space, version=version, place=place, code=new_code(CODE_LENGTH), covers=covers,
        whole=now.state == "done", by=by, at=at,
    )  # fmt: skip
    audit.record(act="certificate.given", about=row, by=by, at=at, space=version.space)
    return row


def _lock(version: PackageVersion) -> None:
    """One after the other: no two papers for the same, and none for what is undone meanwhile."""
    Package.objects.in_space(version.space).select_for_update().get(pk=version.package_id)


def _covers(now: Progress) -> list[dict[str, object]]:
    return [
        {"title": module.title.to_json(), "pages": [page.identity for page in module.pages]} for module in now.finished
    ]
