"""The questionnaire: what is edited, and what was frozen when it was first sent out."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from sloyfe.access.scoping import SpaceOwned
from sloyfe.kit.fields import TextValueField
from sloyfe.kit.rows import Row, Versioned
from sloyfe.people.models import Person

GATHERING = "gathering"
"""The name of the ready-made set that is asked after a meeting, and of questionnaires that hold nothing else."""


class Audience(models.TextChoices):
    """Who is asked."""

    STAFF = "staff", _("Personalet")
    LEADERS = "leaders", _("Lederne")


class Kind(models.TextChoices):
    """How an item is answered."""

    SCALE = "scale", _("Skala")
    CHOICE = "choice", _("Ett valg")
    CHOICES = "choices", _("Flere valg")
    RANKING = "ranking", _("Rangering")
    NUMBER = "number", _("Tall")
    TEXT = "text", _("Fritekst")
    SOURCES = "sources", _("Kilder og hva de viser")
    NOTE = "note", _("Bare tekst, uten svar")


class Asked(models.Model):
    """Everything about a question that decides what people were asked."""

    kind = models.CharField(max_length=10, choices=Kind)
    wording = TextValueField()
    help = TextValueField()
    options = models.JSONField(default=list, blank=True)
    steps = models.JSONField(default=list, blank=True)
    dont_know = models.BooleanField(default=False)
    least = models.IntegerField(null=True, blank=True)
    limit = models.IntegerField(null=True, blank=True)
    unit = TextValueField()
    one_line = models.BooleanField(default=False)
    about_leadership = models.BooleanField(default=False)

    class Meta:
        abstract = True

    def asked(self) -> dict[str, Any]:
        """The facts by name, for another row that asks the same."""
        return {field.attname: getattr(self, field.attname) for field in Asked._meta.fields}


class Instrument(SpaceOwned, Versioned):
    """A questionnaire as it is being written. `template` names the ready-made one that it came from, if any."""

    title = TextValueField()
    intro = TextValueField()
    thanks = TextValueField()
    audience = models.CharField(max_length=10, choices=Audience)
    template = models.CharField(max_length=20, blank=True)

    class Meta(SpaceOwned.Meta, Versioned.Meta):
        pass


class Part(Versioned):
    """Questions that belong together under a title; without a position it has been taken out."""

    instrument = models.ForeignKey(Instrument, models.CASCADE, related_name="parts")
    key = models.CharField(max_length=20)
    position = models.PositiveSmallIntegerField(null=True)
    title = TextValueField()
    help = TextValueField()
    condition = models.JSONField(null=True, blank=True)

    class Meta(Versioned.Meta):
        constraints = [models.UniqueConstraint(fields=["instrument", "key"], name="part_key_once")]
        ordering = ["position"]


class Item(Asked, Versioned):
    """One question as it is being written. The key is stable; without a position it has been taken out.

    `origin` is the same wherever the question is used, so that identical wordings can be compared; two neighbours
    with the same `pair` are drawn as one row with two scales.
    """

    instrument = models.ForeignKey(Instrument, models.CASCADE, related_name="items")
    key = models.CharField(max_length=60)
    origin = models.CharField(max_length=80)
    position = models.PositiveSmallIntegerField(null=True)
    section = models.CharField(max_length=20)
    theme = models.CharField(max_length=40, blank=True)
    pair = models.CharField(max_length=40, blank=True)
    condition = models.JSONField(null=True, blank=True)
    opens_after = models.CharField(max_length=20, blank=True)

    class Meta(Versioned.Meta):
        constraints = [models.UniqueConstraint(fields=["instrument", "key"], name="item_key_once")]
        ordering = ["position"]


class BankEntry(Row):
    """Somebody put a question of their own in the bank of the partnership; deleting it is the undo."""

    item = models.OneToOneField(Item, models.CASCADE, related_name="bank_entry")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()


class ItemVersion(Asked, Row):
    """A question exactly as people were asked it. Never changed; `digest` tells whether two are the same.

    `asked_if` holds the conditions under which it was shown, its own and its part's.
    """

    item = models.ForeignKey(Item, models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField()
    digest = models.CharField(max_length=32)
    asked_if = models.JSONField(default=list, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["item", "number"], name="item_version_once"),
            models.UniqueConstraint(fields=["item", "digest"], name="item_asked_once"),
        ]


class Edition(Row):
    """The whole questionnaire as it was frozen at the first invitation; `sheet` is all that answering needs."""

    instrument = models.ForeignKey(Instrument, models.PROTECT, related_name="editions")
    number = models.PositiveSmallIntegerField()
    sheet = models.JSONField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["instrument", "number"], name="edition_once")]
