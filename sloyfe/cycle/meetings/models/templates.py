"""A script that a unit or the partnership keeps as its own, beside the methods."""

from django.db import models

from sloyfe.access.models import Space
from sloyfe.access.scoping import SpaceOwned
from sloyfe.cycle.plan.models import Record
from sloyfe.kit.fields import TextValueField
from sloyfe.kit.rows import Versioned
from sloyfe.people.models import Person


class ScriptTemplate(SpaceOwned, Versioned):
    """The phases of a meeting to begin with; without a place it belongs to the whole partnership."""

    place = models.ForeignKey(Space, models.PROTECT, null=True, related_name="+")
    title = TextValueField()
    question = TextValueField()
    preparation = TextValueField()
    phases = models.JSONField(default=list)
    made_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    @property
    def is_removed(self) -> bool:
        """Whether somebody has put it away; it can be fetched again."""
        return hasattr(self, "removal")

    @property
    def minutes(self) -> int:
        """How long it takes; what was left out when it was kept takes no time."""
        return sum(phase["minutes"] for phase in self.phases if not phase["left_out"])


class TemplateRemoval(Record):
    """The template has been put away."""

    template = models.OneToOneField(ScriptTemplate, models.CASCADE, related_name="removal")
