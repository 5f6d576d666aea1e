"""Certificates of units, and what anybody with a code is told."""

from dataclasses import dataclass

from sloyfe.access.models import Space
from sloyfe.cycle.competence.models import PackageVersion, UnitCertificate
from sloyfe.kit.misses import Misses
from sloyfe.people.actions import normalise_code

MISSES = Misses()
PART = 4
WITH = ("version__package", "place", "withdrawal")
LARGE = ("version__original", "version__report")


@dataclass(frozen=True)
class Attested:
    """A certificate as it is shown to the world."""

    row: UnitCertificate

    @property
    def code(self) -> str:
        """In parts, so that it can be read aloud and typed."""
        return in_parts(self.row.code)

    @property
    def holds(self) -> bool:
        """Nothing that it covers was undone."""
        return not hasattr(self.row, "withdrawal")


def in_parts(code: str) -> str:
    """Four letters at a time."""
    return "-".join(code[at : at + PART] for at in range(0, len(code), PART))


def certificate_with(code: str) -> Attested | None:
    """Whatever partnership it belongs to; who has the code has the paper."""
    rows = UnitCertificate.objects.bounded().filter(code=normalise_code(code))
    row = rows.select_related(*WITH).defer(*LARGE).first()
    return Attested(row) if row else None


def certificates_of(version: PackageVersion, place: Space) -> list[Attested]:
    """Those that a unit has of a package, newest first."""
    rows = UnitCertificate.objects.in_space(version.space).filter(version__package=version.package_id, place=place)
    return [Attested(row) for row in rows.select_related(*WITH).defer(*LARGE)]
