"""A unit's plan: it inherits its owner's, and holds only what the unit adds or changes."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from sloyfe.access.scoping import SpaceOwned
from sloyfe.cycle.partnership.models import Party, Round
from sloyfe.cycle.plan.models.measures import Measure
from sloyfe.cycle.plan.models.owner_plan import Element
from sloyfe.cycle.plan.models.records import Record
from sloyfe.kit.fields import TextValueField
from sloyfe.kit.rows import Versioned


class UnitPlan(SpaceOwned):
    """One unit's plan for a round."""

    round = models.ForeignKey(Round, models.PROTECT, related_name="+")
    party = models.ForeignKey(Party, models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["round", "party"], name="one_plan_a_unit")]


class How(models.TextChoices):
    """How a unit takes something of its owner's plan."""

    INHERITED = "inherited", _("Som hos eier")
    ADAPTED = "adapted", _("Tilpasset hos oss")
    OWN = "own", _("Vårt eget valg")


class Adaptation(Versioned):
    """What a unit does with one element or measure; no row, or *inherited*, means as the owner wrote it."""

    plan = models.ForeignKey(UnitPlan, models.CASCADE, related_name="adaptations")
    element = models.ForeignKey(Element, models.CASCADE, null=True, related_name="+")
    measure = models.ForeignKey(Measure, models.CASCADE, null=True, related_name="+")
    how = models.CharField(max_length=10, choices=How, default=How.INHERITED)
    words = TextValueField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(element=None, measure__isnull=False) | Q(element__isnull=False, measure=None),
                name="adapts_one_thing",
            ),
            models.UniqueConstraint(fields=["plan", "element"], name="element_adapted_once"),
            models.UniqueConstraint(fields=["plan", "measure"], name="measure_adapted_once"),
        ]


class Confirmation(Record):
    """The leader stands by the unit's plan."""

    plan = models.OneToOneField(UnitPlan, models.CASCADE, related_name="confirmation")


class CompetenceStep(Versioned):
    """Who is to learn what, and how: a line of the unit's competence plan."""

    plan = models.ForeignKey(UnitPlan, models.CASCADE, related_name="competence")
    what = TextValueField()
    whom = TextValueField()
    way = TextValueField()
    starts = models.DateField()
    ends = models.DateField()

    class Meta:
        ordering = ("starts",)


class CompetenceRemoval(Record):
    """The line is no longer in the competence plan."""

    step = models.OneToOneField(CompetenceStep, models.CASCADE, related_name="removal")
