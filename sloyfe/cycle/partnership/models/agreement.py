"""The agreement of a round: its sections as they stand, and the versions put forward for signature."""

from django.db import models

from sloyfe.access.scoping import SpaceOwned
from sloyfe.cycle.partnership.models.parties import Party, Round
from sloyfe.kit.fields import TextValueField
from sloyfe.kit.rows import Row, Versioned
from sloyfe.people.models import Person


class Agreement(SpaceOwned):
    """Mandate, plan and rule of a round in one document."""

    round = models.OneToOneField(Round, models.PROTECT, related_name="agreement")
    begun_at = models.DateTimeField()


class Section(SpaceOwned, Versioned):
    """One of the eighteen sections as it stands now."""

    agreement = models.ForeignKey(Agreement, models.CASCADE, related_name="sections")
    key = models.CharField(max_length=40)
    number = models.PositiveSmallIntegerField()
    required = models.BooleanField()
    body = TextValueField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["agreement", "key"], name="section_once")]


class AgreementVersion(SpaceOwned):
    """The whole agreement, frozen on the day it was put forward; `content` is a list of `wording.Part`."""

    agreement = models.ForeignKey(Agreement, models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField()
    content = models.JSONField()
    digest = models.CharField(max_length=64)
    made_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["agreement", "number"], name="version_number_once")]

    @property
    def label(self) -> str:
        """The number as an address writes it."""
        return str(self.number)


class Amendment(Row):
    """The version changes one that was signed before, and says why."""

    version = models.OneToOneField(AgreementVersion, models.CASCADE, related_name="amendment")
    number = models.PositiveSmallIntegerField()
    reason = models.TextField()


class Signature(SpaceOwned):
    """A party put its name to a version."""

    version = models.ForeignKey(AgreementVersion, models.PROTECT, related_name="signatures")
    party = models.ForeignKey(Party, models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    title = models.CharField(max_length=120)
    digest = models.CharField(max_length=64)
    signed_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["version", "party"], name="one_signature_a_party")]
