"""How needs of units become needs of the network, and what owners and partners say to them."""

from django.db import models

from sloyfe.access.models import Space
from sloyfe.access.scoping import SpaceOwned
from sloyfe.cycle.needs.models.needs import Need
from sloyfe.kit.fields import TextValueField
from sloyfe.kit.rows import Row
from sloyfe.people.models import Person


class Merge(Row):
    """A unit's need went into a network need."""

    into = models.ForeignKey(Need, models.PROTECT, related_name="parts")
    part = models.OneToOneField(Need, models.PROTECT, related_name="merge")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    @property
    def answer(self) -> "MergeConfirmation | None":
        """What the unit said to the network's words as they are now."""
        version = self.into.version
        return next((a for a in self.answers.all() if a.wording_version == version), None)

    @property
    def state(self) -> str:
        """`waiting`, `lost` or `confirmed`."""
        answer = self.answer
        if answer is None:
            return "waiting"
        return "lost" if answer.lost else "confirmed"


class MergeConfirmation(Row):
    """The unit's leader finds the unit's need in the network's words, or says what got lost."""

    merge = models.ForeignKey(Merge, models.CASCADE, related_name="answers")
    wording_version = models.PositiveIntegerField()
    lost = models.TextField(blank=True)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["merge", "wording_version"], name="merge_answered_once")]


class OwnerPriority(SpaceOwned):
    """Something the owner has already decided to work on (*satsingsområde*)."""

    place = models.ForeignKey(Space, models.PROTECT, related_name="+")
    title = TextValueField()


class Tie(Row):
    """A network need supports one of the owner's own priorities."""

    need = models.ForeignKey(Need, models.CASCADE, related_name="ties")
    owner_priority = models.ForeignKey(OwnerPriority, models.CASCADE, related_name="ties")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["need", "owner_priority"], name="tied_once")]


class PartnerComment(Row):
    """What the competence partner says to a network need."""

    need = models.ForeignKey(Need, models.CASCADE, related_name="comments")
    words = models.TextField()
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()
