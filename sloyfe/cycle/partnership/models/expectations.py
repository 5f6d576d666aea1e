"""What the parties expect of each other, and who took part in deciding."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from sloyfe.access.scoping import SpaceOwned
from sloyfe.cycle.partnership.models.parties import Party, Round
from sloyfe.kit.fields import TextValueField
from sloyfe.kit.rows import Row, Versioned
from sloyfe.people.models import Person


class Expectation(SpaceOwned, Versioned):
    """One party expects something of another."""

    round = models.ForeignKey(Round, models.PROTECT, related_name="+")
    by_party = models.ForeignKey(Party, models.PROTECT, related_name="+")
    of_party = models.ForeignKey(Party, models.PROTECT, related_name="+")
    words = TextValueField()
    stated_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    stated_at = models.DateTimeField()


class ExpectationAgreed(Row):
    """Both parties agree on the expectation because this row exists."""

    expectation = models.OneToOneField(Expectation, models.CASCADE, related_name="agreed")
    on = models.DateField()
    who = models.CharField(max_length=200)
    recorded_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()


class InvolvedGroup(models.TextChoices):
    """Who was heard."""

    UNION = "union", _("Tillitsvalgte")
    SAFETY = "safety", _("Verneombud")
    STAFF = "staff", _("Personalet")
    LEADERS = "leaders", _("Ledere")
    PARENTS = "parents", _("Foreldre")
    CHILDREN = "children", _("Barn og elever, som gruppe")


class InvolvedHow(models.TextChoices):
    """In what way they were heard."""

    TALKED = "talked", _("Drøfting i møte")
    TOLD = "told", _("Informasjon")
    WRITTEN = "written", _("Skriftlig innspill")
    WORKED = "worked", _("Var med i arbeidet")


class Involvement(SpaceOwned):
    """A group took part, on a day, in some way, with or without a remark."""

    round = models.ForeignKey(Round, models.PROTECT, related_name="+")
    group = models.CharField(max_length=10, choices=InvolvedGroup)
    party = models.ForeignKey(Party, models.PROTECT, related_name="+", null=True, blank=True)
    who = models.CharField(max_length=200)
    on = models.DateField()
    how = models.CharField(max_length=10, choices=InvolvedHow)
    remark = models.TextField(blank=True)
    recorded_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()
