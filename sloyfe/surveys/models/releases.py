"""What a wave gave out, frozen at close: figures and screened texts."""

from django.db import models

from sloyfe.access.models import Space
from sloyfe.kit.rows import Row
from sloyfe.people.models import Person
from sloyfe.surveys.models.instruments import ItemVersion
from sloyfe.surveys.models.waves import Wave


class Release(Row):
    """The figures of a wave were frozen. `responses` in all is empty where it would say too much."""

    wave = models.OneToOneField(Wave, models.CASCADE, related_name="release")
    at = models.DateTimeField()
    responses = models.PositiveIntegerField(null=True)


class ReleasedGroup(Row):
    """A group whose size is told: how many of a role answered at a place, or in the whole space. No role: all."""

    release = models.ForeignKey(Release, models.CASCADE, related_name="groups")
    place = models.ForeignKey(Space, models.PROTECT, related_name="+")
    role = models.CharField(max_length=20, blank=True)
    responses = models.PositiveIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["release", "place", "role"], name="group_once")]


class ReleaseFigure(Row):
    """One frozen figure of such a group. What is not here is hidden."""

    group = models.ForeignKey(ReleasedGroup, models.CASCADE, related_name="figures")
    item_version = models.ForeignKey(ItemVersion, models.PROTECT, related_name="+")
    value = models.JSONField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["group", "item_version"], name="figure_once")]


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
