"""A package on its way in: how far it has come, and how it ended. Each end is a row of its own."""

from django.db import models

from sloyfe.access.scoping import SpaceOwned
from sloyfe.cycle.competence.models.packages import PackageVersion
from sloyfe.cycle.competence.reading.doors import PASTED
from sloyfe.cycle.plan.models import Record
from sloyfe.kit.rows import Row


class PackageImport(SpaceOwned, Record):
    """A file that somebody gave us; emptied when it has been read, refused or called off."""

    name = models.CharField(max_length=200)
    content = models.BinaryField()
    tries_first = models.BooleanField(default=False)
    done = models.PositiveIntegerField(default=0)
    of = models.PositiveIntegerField(default=0)

    @property
    def is_over(self) -> bool:
        """It ended, one way or another."""
        return any(hasattr(self, end) for end in ("finished", "refused", "cancelled"))

    @property
    def is_pasted(self) -> bool:
        """It was pasted, and has no file name of its own."""
        return self.name == PASTED

    @property
    def is_tried(self) -> bool:
        """It has been read on trial, and waits for somebody to take it in or let it be."""
        return hasattr(self, "trial") and not hasattr(self, "taken") and not self.is_over


class ImportTrial(Row):
    """What a reading would give: the report and what would be different, before anything is stored."""

    run = models.OneToOneField(PackageImport, models.CASCADE, related_name="trial")
    report = models.JSONField()
    differences = models.JSONField(null=True)
    at = models.DateTimeField()


class ImportTaken(Record):
    """Somebody saw the trial and takes the package in."""

    run = models.OneToOneField(PackageImport, models.CASCADE, related_name="taken")


class ImportCancelled(Record):
    """Somebody called it off; what had been read is let go of."""

    run = models.OneToOneField(PackageImport, models.CASCADE, related_name="cancelled")


class ImportFinished(Row):
    """It became a version."""

    run = models.OneToOneField(PackageImport, models.CASCADE, related_name="finished")
    version = models.OneToOneField(PackageVersion, models.CASCADE, related_name="+")
    at = models.DateTimeField()


class ImportRefused(Row):
    """It could not be read; the sentences say why, in bokmål and nynorsk."""

    run = models.OneToOneField(PackageImport, models.CASCADE, related_name="refused")
    sentences = models.JSONField()
    at = models.DateTimeField()
