"""The owner's own Word template."""

from django.db import models

from sloyfe.access.scoping import SpaceOwned
from sloyfe.cycle.partnership.models import Party
from sloyfe.cycle.plan.models.records import Record


class OwnerTemplate(SpaceOwned, Record):
    """A Word file whose look the owner's documents take; the newest one counts."""

    party = models.OneToOneField(Party, models.CASCADE, related_name="+")
    name = models.CharField(max_length=120)
    size = models.PositiveIntegerField()
    content = models.BinaryField()
