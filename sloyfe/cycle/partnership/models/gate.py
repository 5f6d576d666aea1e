"""The start gate: the readiness list, the partner's confirmation, the start, and the reason to start early."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from sloyfe.access.scoping import SpaceOwned
from sloyfe.cycle.partnership.models.parties import Party, Round
from sloyfe.people.models import Person


class Answer(models.TextChoices):
    """How a statement of the readiness list stands."""

    YES = "yes", _("Ja")
    PARTLY = "partly", _("Delvis")
    NO = "no", _("Nei")


class ReadinessAnswer(SpaceOwned):
    """The newest answer to a statement of the readiness list."""

    round = models.ForeignKey(Round, models.PROTECT, related_name="+")
    statement = models.CharField(max_length=40)
    answer = models.CharField(max_length=8, choices=Answer)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["round", "statement"], name="readiness_once")]


class PartnerConfirmation(SpaceOwned):
    """A university or vocational college said that it takes part in this round."""

    round = models.ForeignKey(Round, models.PROTECT, related_name="+")
    party = models.ForeignKey(Party, models.PROTECT, related_name="+")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["round", "party"], name="partner_confirmed_once")]


class Start(SpaceOwned):
    """The round has begun its work because this row exists."""

    round = models.OneToOneField(Round, models.PROTECT, related_name="start")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()


class Override(SpaceOwned):
    """The owner started with an open gate, and wrote why; `open_checks` is what was missing that day."""

    start = models.OneToOneField(Start, models.CASCADE, related_name="override")
    reason = models.TextField()
    open_checks = models.JSONField(default=list)
