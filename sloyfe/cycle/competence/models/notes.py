"""What readers write beside a page: for themselves alone, or by their own hand to their unit."""

from django.db import models
from django.utils.functional import cached_property

from sloyfe.access.models import Space
from sloyfe.access.scoping import SpaceOwned
from sloyfe.cycle.competence.models.packages import IDENTITY, Package
from sloyfe.cycle.plan.models import Record
from sloyfe.people.models import OwnKey, Person

LONGEST = 4000


class OwnNote(SpaceOwned):
    """One person's note to a page, sealed. Nobody else is ever shown it; asked for with its author, or not at all.

    We do not keep when it was written.
    """

    author = models.ForeignKey(Person, models.CASCADE, related_name="+")
    package = models.ForeignKey(Package, models.CASCADE, related_name="+")
    identity = models.CharField(max_length=IDENTITY + 20)
    key = models.ForeignKey(OwnKey, models.CASCADE, related_name="+")
    sealed = models.BinaryField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["author", "package", "identity"], name="own_note_once_a_page")]

    @cached_property
    def words(self) -> str | None:
        """What was written; nothing while half of the key is away."""
        return self.key.opened(bytes(self.sealed))


class TeamNote(SpaceOwned, Record):
    """What somebody wrote to their unit about a page; only who wrote it takes it away."""

    package = models.ForeignKey(Package, models.CASCADE, related_name="+")
    place = models.ForeignKey(Space, models.CASCADE, related_name="+")
    identity = models.CharField(max_length=IDENTITY + 20)
    words = models.TextField()

    class Meta:
        ordering = ["at"]
