"""The needs report (*behovsmelding*), what was awarded, and what each brings along."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from sloyfe.access.scoping import SpaceOwned
from sloyfe.cycle.partnership.models import Party, Round
from sloyfe.kit.fields import TextValueField
from sloyfe.kit.rows import Row, Versioned
from sloyfe.people.models import Person


class ReportScheme(SpaceOwned):
    """The rules of one county in one year; an own share only where the county asks for one."""

    county = models.CharField(max_length=60)
    year = models.PositiveSmallIntegerField()
    due_on = models.DateField(null=True)
    own_share_percent = models.PositiveSmallIntegerField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["space", "county", "year"], name="one_scheme_a_year")]


class NeedsReport(SpaceOwned):
    """One owner's needs report in a round, for itself or on behalf of the network."""

    round = models.ForeignKey(Round, models.PROTECT, related_name="+")
    scheme = models.ForeignKey(ReportScheme, models.PROTECT, related_name="reports")
    applicant = models.ForeignKey(Party, models.PROTECT, related_name="+")
    begun_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    begun_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["round", "scheme", "applicant"], name="one_report_an_applicant")]


class ReportAnswer(Versioned):
    """One field of the report; each has a version, so that two people can write in different fields."""

    report = models.ForeignKey(NeedsReport, models.CASCADE, related_name="answers")
    field = models.CharField(max_length=40)
    words = TextValueField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["report", "field"], name="answered_once")]


class Award(Row):
    """What the county gave."""

    report = models.OneToOneField(NeedsReport, models.CASCADE, related_name="award")
    amount = models.PositiveIntegerField()
    awarded_on = models.DateField()
    reference = models.CharField(max_length=80, blank=True)
    recorded_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()


class ShareKind(models.TextChoices):
    """Own shares are money or time."""

    MONEY = "money", _("Penger")
    TIME = "time", _("Arbeidstid")


class OwnShare(Row):
    """What a party brings along itself."""

    report = models.ForeignKey(NeedsReport, models.CASCADE, related_name="own_shares")
    party = models.ForeignKey(Party, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=8, choices=ShareKind)
    amount = models.PositiveIntegerField()
    note = models.CharField(max_length=200, blank=True)
