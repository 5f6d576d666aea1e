"""What a unit has done of a package together, and the certificate for it. Nothing here is about one person's work."""

from django.db import models

from sloyfe.access.models import Space
from sloyfe.access.scoping import SpaceOwned
from sloyfe.cycle.competence.models.packages import IDENTITY, Package, PackageVersion
from sloyfe.cycle.plan.models import Record

TEAM, CAME_OF_IT = 80, 300


class UnitDone(SpaceOwned, Record):
    """A unit, or a team in it, has done a page together. It outlives the version; deleting the row is the undo."""

    package = models.ForeignKey(Package, models.CASCADE, related_name="+")
    place = models.ForeignKey(Space, models.CASCADE, related_name="+")
    identity = models.CharField(max_length=IDENTITY + 20)
    team = models.CharField(max_length=TEAM, blank=True)
    on = models.DateField()
    words = models.CharField(max_length=CAME_OF_IT, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["package", "place", "identity", "team"], name="page_done_once_by_a_team")
        ]
        ordering = ["on", "at"]


class UnitCertificate(SpaceOwned, Record):
    """What a unit had finished on a day, with a code that anybody can look up; `covers` holds modules and pages."""

    version = models.ForeignKey(PackageVersion, models.CASCADE, related_name="+")
    place = models.ForeignKey(Space, models.CASCADE, related_name="+")
    code = models.CharField(max_length=16, unique=True)
    covers = models.JSONField()
    whole = models.BooleanField()

    class Meta:
        ordering = ["-at"]


class CertificateWithdrawal(Record):
    """It no longer holds, as something that it covers was undone."""

    certificate = models.OneToOneField(UnitCertificate, models.CASCADE, related_name="withdrawal")
