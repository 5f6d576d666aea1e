"""Whom a page is for, decided by a person; it outlives the version, and a later decision takes its place."""

from django.db import models

from sloyfe.access.scoping import SpaceOwned
from sloyfe.cycle.competence.models.packages import IDENTITY, Package
from sloyfe.cycle.plan.models import Record


class AudienceChoice(SpaceOwned, Record):
    """One decision on one page: its readers, or none for leaving it to the proposal. Deleting it is the undo."""

    package = models.ForeignKey(Package, models.CASCADE, related_name="audience_choices")
    identity = models.CharField(max_length=IDENTITY)
    readers = models.CharField(max_length=20, blank=True)
    proposed = models.CharField(max_length=20)

    class Meta:
        ordering = ["at"]
