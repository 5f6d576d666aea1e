"""Measures: what is done, by whom, from when to when."""

from django.db import models
from django.db.models import F, Q

from sloyfe.access.scoping import SpaceOwned
from sloyfe.cycle.partnership.models import Party, Round
from sloyfe.cycle.plan.models.records import Answerable, Freedom, Record
from sloyfe.kit.fields import TextValueField
from sloyfe.kit.rows import Versioned


class Measure(SpaceOwned, Versioned, Answerable):
    """One thing that we do; `unit` is set where a unit added it to its own plan."""

    round = models.ForeignKey(Round, models.PROTECT, related_name="+")
    unit = models.ForeignKey(Party, models.PROTECT, null=True, related_name="+")
    title = TextValueField()
    what = TextValueField()
    starts = models.DateField(null=True, blank=True)
    ends = models.DateField(null=True, blank=True)
    resources = TextValueField()
    hours = models.DecimalField(max_digits=6, decimal_places=1, null=True, blank=True)
    freedom = models.CharField(max_length=6, choices=Freedom, default=Freedom.COMMON)
    written_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(ends__gte=F("starts")), name="measure_ends_after_start"),
            models.CheckConstraint(
                condition=Q(responsible_person=None) | Q(responsible_party=None), name="measure_one_responsible"
            ),
        ]

    @property
    def is_common(self) -> bool:
        """Whether units are bound by it."""
        return self.freedom == Freedom.COMMON

    @property
    def is_settled(self) -> bool:
        """Whether somebody answers for it and it has its days."""
        return bool(self.responsible_key and self.starts and self.ends)


class MeasureRemoval(Record):
    """The measure is no longer in the plan."""

    measure = models.OneToOneField(Measure, models.CASCADE, related_name="removal")
