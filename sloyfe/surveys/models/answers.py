"""The anonymous answers. Private: only closing writes here and only the release reads here."""

from uuid import uuid4

from django.db import models

from sloyfe.access.models import Space
from sloyfe.kit.rows import Row
from sloyfe.surveys.models.instruments import ItemVersion
from sloyfe.surveys.models.waves import Wave


class Answer(Row):
    """What somebody answered to one item. No person, time, order, device or language."""

    wave = models.ForeignKey(Wave, models.CASCADE, related_name="+")
    response = models.UUIDField(default=uuid4)
    place = models.ForeignKey(Space, models.PROTECT, related_name="+")
    role_group = models.CharField(max_length=20, blank=True)
    item_version = models.ForeignKey(ItemVersion, models.PROTECT, related_name="+")
    value = models.JSONField()
