"""Goals: what we want to see, by which signs, and measured by what, or, in so many words, not measured."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from sloyfe.access.scoping import SpaceOwned
from sloyfe.cycle.needs.models import Priority
from sloyfe.cycle.partnership.models import Round
from sloyfe.cycle.plan.models.measures import Measure
from sloyfe.cycle.plan.models.records import Record
from sloyfe.kit.fields import TextValueField
from sloyfe.kit.rows import Versioned


class Indicator(SpaceOwned):
    """A survey item that is asked again, word for word; never changed, found by its key."""

    instrument = models.CharField(max_length=40)
    item = models.CharField(max_length=60)
    wording = TextValueField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["space", "instrument", "item"], name="indicator_once")]


class GoalKind(models.TextChoices):
    """A state we want for children and pupils, or what the grown-ups do to get there."""

    EFFECT = "effect", _("Effektmål")
    PROCESS = "process", _("Prosessmål")


class Goal(SpaceOwned, Versioned):
    """What we want to see, because of a priority."""

    round = models.ForeignKey(Round, models.PROTECT, related_name="+")
    priority = models.ForeignKey(Priority, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=8, choices=GoalKind)
    wording = TextValueField()
    indicator = models.ForeignKey(Indicator, models.PROTECT, null=True, related_name="goals")
    measures = models.ManyToManyField(Measure, related_name="goals")
    written_at = models.DateTimeField()

    @property
    def is_settled(self) -> bool:
        """Whether it is known how we see that we get there, or that we have chosen not to measure."""
        return bool(self.indicator_id) or hasattr(self, "not_measured")


class Sign(Versioned):
    """Something one can see or hear when the goal is near."""

    goal = models.ForeignKey(Goal, models.CASCADE, related_name="signs")
    words = TextValueField()
    written_at = models.DateTimeField()

    class Meta:
        ordering = ("written_at",)


class NotMeasured(Record):
    """The goal is not measured, and here is why."""

    goal = models.OneToOneField(Goal, models.CASCADE, related_name="not_measured")
    reason = TextValueField()


class Baseline(Record):
    """Where the indicator stood before we began; no mean means that the release hid it, never 0."""

    goal = models.OneToOneField(Goal, models.CASCADE, related_name="baseline")
    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="+")
    mean = models.DecimalField(max_digits=4, decimal_places=2, null=True)
    answers = models.PositiveIntegerField(null=True)
    source = TextValueField()


class GoalRemoval(Record):
    """The goal is no longer in the plan."""

    goal = models.OneToOneField(Goal, models.CASCADE, related_name="removal")


class SignRemoval(Record):
    """The sign is no longer looked for."""

    sign = models.OneToOneField(Sign, models.CASCADE, related_name="removal")
