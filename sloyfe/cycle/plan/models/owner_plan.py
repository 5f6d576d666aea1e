"""The owner's plan: twelve elements, the development group, and the end products."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from sloyfe.access.scoping import SpaceOwned
from sloyfe.cycle.partnership.models import Party, Round
from sloyfe.cycle.plan.models.records import Answerable, Freedom, Record
from sloyfe.kit.fields import TextValueField
from sloyfe.kit.rows import Row, Versioned
from sloyfe.people.models import Person


class OwnerPlan(SpaceOwned):
    """What an owner decides for a round; it may begin from the plan of the round before."""

    round = models.ForeignKey(Round, models.PROTECT, related_name="+")
    party = models.ForeignKey(Party, models.PROTECT, related_name="+")
    begun_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    begun_at = models.DateTimeField()
    copied_from = models.ForeignKey("self", models.SET_NULL, null=True, related_name="copies")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["round", "party"], name="one_plan_an_owner")]


class Element(Versioned, Answerable):
    """Our answer to one of the twelve questions."""

    plan = models.ForeignKey(OwnerPlan, models.CASCADE, related_name="elements")
    key = models.CharField(max_length=40)
    number = models.PositiveSmallIntegerField()
    answer = TextValueField()
    decision = TextValueField()
    due = models.DateField(null=True, blank=True)
    freedom = models.CharField(max_length=6, choices=Freedom, default=Freedom.COMMON)
    ticked = models.JSONField(default=list, blank=True)

    class Meta:
        ordering = ("number",)
        constraints = [models.UniqueConstraint(fields=["plan", "key"], name="element_once")]

    @property
    def is_answered(self) -> bool:
        """Whether something has been written in any language."""
        return bool(self.answer)

    @property
    def is_common(self) -> bool:
        """Whether units are bound by it."""
        return self.freedom == Freedom.COMMON


class Represents(models.TextChoices):
    """On whose behalf somebody sits in the development group."""

    OWNER = "owner", _("Eier")
    KINDERGARTEN = "kindergarten", _("Barnehagene")
    SCHOOL = "school", _("Skolene")
    SFO = "sfo", _("SFO")
    PPT = "ppt", _("PPT")
    UNION = "union", _("Tillitsvalgte")
    SAFETY = "safety", _("Vernetjenesten")
    OTHER = "other", _("Andre")


class DevelopmentGroupMember(Row):
    """Somebody in the owner's development group, with or without an account."""

    plan = models.ForeignKey(OwnerPlan, models.CASCADE, related_name="members")
    name = models.CharField(max_length=120)
    person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    represents = models.CharField(max_length=12, choices=Represents)
    joined_at = models.DateTimeField()

    class Meta:
        ordering = ("joined_at",)


class MemberRemoval(Record):
    """Somebody no longer sits in the group."""

    member = models.OneToOneField(DevelopmentGroupMember, models.CASCADE, related_name="removal")


class ProductFor(models.TextChoices):
    """For whom an end product is."""

    OWNER = "owner", _("Eier")
    KINDERGARTENS = "kindergartens", _("Barnehagene")
    SFO = "sfo", _("SFO")
    SCHOOLS = "schools", _("Skolene")
    PPT = "ppt", _("PPT")


class EndProduct(Versioned, Answerable):
    """One concrete thing that is there when the round is over; each kind has one place for it."""

    plan = models.ForeignKey(OwnerPlan, models.CASCADE, related_name="products")
    made_for = models.CharField(max_length=14, choices=ProductFor)
    what = TextValueField()
    due = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["plan", "made_for"], name="one_product_a_kind"),
            models.CheckConstraint(
                condition=Q(responsible_person=None) | Q(responsible_party=None), name="product_one_responsible"
            ),
        ]


class Delivery(Record):
    """The end product is finished."""

    product = models.OneToOneField(EndProduct, models.CASCADE, related_name="delivery")
