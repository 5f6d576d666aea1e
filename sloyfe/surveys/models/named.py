"""What leaders answer by name, because it is input to the plan."""

from django.db import models

from sloyfe.access.models import Space
from sloyfe.kit.rows import Versioned
from sloyfe.people.models import Person
from sloyfe.surveys.models.waves import Wave


class NamedResponse(Versioned):
    """A leader's answers for a place, item key → value; may be changed until the wave is closed."""

    wave = models.ForeignKey(Wave, models.CASCADE, related_name="named_responses")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    place = models.ForeignKey(Space, models.PROTECT, related_name="+")
    values = models.JSONField(default=dict)

    class Meta(Versioned.Meta):
        constraints = [models.UniqueConstraint(fields=["wave", "person", "place"], name="named_once")]
