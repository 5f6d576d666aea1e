"""What we want to become better at: worded by a unit and confirmed by its leader, or shared by the network."""

from django.db import models

from sloyfe.access.models import Space
from sloyfe.access.scoping import SpaceOwned
from sloyfe.cycle.needs.models.findings import Finding, Theme
from sloyfe.cycle.partnership.models import Round
from sloyfe.kit.fields import TextValueField
from sloyfe.kit.rows import Row, Versioned
from sloyfe.people.models import Person


class Need(SpaceOwned, Versioned):
    """A need of a unit, or, without a place, of the network."""

    round = models.ForeignKey(Round, models.PROTECT, related_name="+")
    place = models.ForeignKey(Space, models.PROTECT, null=True, related_name="+")
    theme = models.CharField(max_length=40, choices=Theme)
    wording = TextValueField()
    involvement = TextValueField()
    worded_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    worded_at = models.DateTimeField()

    @property
    def is_confirmed(self) -> bool:
        """Whether the unit leader stands behind the words as they are now."""
        return any(confirmation.wording_version == self.version for confirmation in self.confirmations.all())


class Confirmation(Row):
    """The unit leader stands behind this wording; a new wording asks for a new one."""

    need = models.ForeignKey(Need, models.CASCADE, related_name="confirmations")
    wording_version = models.PositiveIntegerField()
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["need", "wording_version"], name="need_confirmed_once")]


class Evidence(Row):
    """A finding that a need builds on."""

    need = models.ForeignKey(Need, models.CASCADE, related_name="evidence")
    finding = models.ForeignKey(Finding, models.PROTECT, related_name="backs")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["need", "finding"], name="evidence_once")]
