"""What readers write beside a page: for themselves alone, or by their own hand to their unit."""

from django.db import models

from sloyfe.access.models import Space
from sloyfe.access.scoping import SpaceOwned
from sloyfe.cycle.competence.models.packages import IDENTITY, Package
from sloyfe.cycle.plan.models import Record
from sloyfe.people.models import Person

LONGEST = 4000


class OwnNote(SpaceOwned):
    """One person's note to a page. Nobody else is ever shown it; asked for with its author, or not at all."""

    author = models.ForeignKey(Person, models.CASCADE, related_name="+")
    package = models.ForeignKey(Package, models.CASCADE, related_name="+")
    identity = models.CharField(max_length=IDENTITY + 20)
    words = models.TextField()
    written_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["author", "package", "identity"], name="own_note_once_a_page")]


class TeamNote(SpaceOwned, Record):
    """What somebody wrote to their unit about a page; only who wrote it takes it away."""

    package = models.ForeignKey(Package, models.CASCADE, related_name="+")
    place = models.ForeignKey(Space, models.CASCADE, related_name="+")
    identity = models.CharField(max_length=IDENTITY + 20)
    words = models.TextField()

    class Meta:
        ordering = ["at"]
