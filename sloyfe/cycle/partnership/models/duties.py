"""Tasks, dates and hours: written once, shown wherever the agreement needs them."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from sloyfe.access.scoping import SpaceOwned
from sloyfe.cycle.partnership.models.parties import Party, Round
from sloyfe.kit.fields import TextValueField
from sloyfe.kit.rows import Row, Versioned
from sloyfe.people.models import Person


class Task(SpaceOwned, Versioned):
    """Somebody does something by a day; `source` is the section or readiness statement it came from."""

    round = models.ForeignKey(Round, models.PROTECT, related_name="+")
    what = TextValueField()
    party = models.ForeignKey(Party, models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+", null=True, blank=True)
    due = models.DateField()
    source = models.CharField(max_length=40, default="roles")
    made_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()


class TaskDone(Row):
    """The task is done because this row exists."""

    task = models.OneToOneField(Task, models.CASCADE, related_name="done")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()


class DateKind(models.TextChoices):
    """What happens on a date of the year wheel."""

    GATHERING = "gathering", _("Samling")
    BETWEEN = "between", _("Mellomarbeid")
    MEETING = "meeting", _("Møte")
    SURVEY = "survey", _("Undersøkelse")
    DEADLINE = "deadline", _("Frist")
    EVALUATION = "evaluation", _("Evaluering")


class YearWheelDate(SpaceOwned, Versioned):
    """A date that everybody keeps; a stretch of days has an end."""

    round = models.ForeignKey(Round, models.PROTECT, related_name="+")
    on = models.DateField()
    until = models.DateField(null=True, blank=True)
    kind = models.CharField(max_length=12, choices=DateKind)
    title = TextValueField()
    made_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()


class UnitTime(SpaceOwned):
    """A unit has set aside hours for developing together."""

    round = models.ForeignKey(Round, models.PROTECT, related_name="+")
    party = models.ForeignKey(Party, models.PROTECT, related_name="+")
    hours_a_month = models.PositiveSmallIntegerField()
    remark = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["round", "party"], name="unit_time_once")]
