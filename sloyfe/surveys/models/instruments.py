"""The questionnaire: what is edited, and what was frozen when it was first sent out."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from sloyfe.access.scoping import SpaceOwned
from sloyfe.kit.fields import TextValueField
from sloyfe.kit.rows import Row, Versioned


class Audience(models.TextChoices):
    """Who is asked."""

    STAFF = "staff", _("Personalet")
    LEADERS = "leaders", _("Lederne")


class Kind(models.TextChoices):
    """How an item is answered."""

    SCALE = "scale", _("Skala fra 1 til 5, med «vet ikke»")
    CHOICE = "choice", _("Ett valg")
    CHOICES = "choices", _("Flere valg")
    NUMBER = "number", _("Tall")
    TEXT = "text", _("Fritekst")
    SOURCES = "sources", _("Kilder og hva de viser")


class Instrument(SpaceOwned, Versioned):
    """A questionnaire as it is being written; `sections` holds key, title and help of each part."""

    title = TextValueField()
    intro = TextValueField()
    thanks = TextValueField()
    audience = models.CharField(max_length=10, choices=Audience)
    template = models.CharField(max_length=20)
    sections = models.JSONField(default=list)

    class Meta(SpaceOwned.Meta, Versioned.Meta):
        pass


class Item(Versioned):
    """One question as it is being written. The key is stable; without a position it has been taken out."""

    instrument = models.ForeignKey(Instrument, models.CASCADE, related_name="items")
    key = models.CharField(max_length=60)
    position = models.PositiveSmallIntegerField(null=True)
    section = models.CharField(max_length=20)
    theme = models.CharField(max_length=40, blank=True)
    kind = models.CharField(max_length=10, choices=Kind)
    wording = TextValueField()
    options = models.JSONField(default=list, blank=True)
    limit = models.PositiveSmallIntegerField(null=True, blank=True)
    about_leadership = models.BooleanField(default=False)
    opens_after = models.CharField(max_length=20, blank=True)

    class Meta(Versioned.Meta):
        constraints = [models.UniqueConstraint(fields=["instrument", "key"], name="item_key_once")]
        ordering = ["position"]


class ItemVersion(Row):
    """A question exactly as people were asked it. Never changed; `digest` tells whether two are the same."""

    item = models.ForeignKey(Item, models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField()
    digest = models.CharField(max_length=32)
    kind = models.CharField(max_length=10, choices=Kind)
    wording = TextValueField()
    options = models.JSONField(default=list)
    limit = models.PositiveSmallIntegerField(null=True)
    about_leadership = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["item", "number"], name="item_version_once")]


class Edition(Row):
    """The whole questionnaire as it was frozen at the first invitation; `sheet` is all that answering needs."""

    instrument = models.ForeignKey(Instrument, models.PROTECT, related_name="editions")
    number = models.PositiveSmallIntegerField()
    sheet = models.JSONField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["instrument", "number"], name="edition_once")]
