"""What a wave gave out, frozen at close: figures and screened texts."""

from django.db import models

from sloyfe.access.models import Space
from sloyfe.kit.rows import Row
from sloyfe.people.models import Person
from sloyfe.surveys.models.instruments import ItemVersion
from sloyfe.surveys.models.waves import Wave


class Release(Row):
    """The tables of a wave as they were frozen. `responses` is empty where it would say too much."""

    wave = models.OneToOneField(Wave, models.CASCADE, related_name="release")
    at = models.DateTimeField()
    responses = models.PositiveIntegerField(null=True)


class ReleaseFigure(Row):
    """One frozen figure; no place means the whole network. `value` says what is shown, or why not."""

    release = models.ForeignKey(Release, models.CASCADE, related_name="figures")
    item_version = models.ForeignKey(ItemVersion, models.PROTECT, related_name="+")
    place = models.ForeignKey(Space, models.PROTECT, null=True, related_name="+")
    group = models.CharField(max_length=20, blank=True)
    value = models.JSONField()


class ReleaseText(Row):
    """A free text on its own: no place, no role, nothing that ties it to another answer."""

    release = models.ForeignKey(Release, models.CASCADE, related_name="texts")
    item_version = models.ForeignKey(ItemVersion, models.PROTECT, related_name="+")
    words = models.TextField()


class Ruling(Row):
    """Somebody read a free text and let it pass, or held it back."""

    text = models.OneToOneField(ReleaseText, models.CASCADE, related_name="ruling")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    passed = models.BooleanField()
