"""The minuted collective process (*ståstedsmøte*) of a unit that is too small for a survey."""

from collections.abc import Iterable

from django.db import models

from sloyfe.access.models import Space
from sloyfe.access.scoping import SpaceOwned
from sloyfe.cycle.partnership.models import Round
from sloyfe.kit.fields import TextValueField
from sloyfe.kit.rows import Row, Versioned
from sloyfe.kit.text import Text
from sloyfe.people.models import Person


class CollectiveProcess(SpaceOwned, Versioned):
    """The unit met and talked its needs through; how many took part and as what, never who."""

    round = models.ForeignKey(Round, models.PROTECT, related_name="+")
    place = models.ForeignKey(Space, models.PROTECT, related_name="+")
    held_on = models.DateField()
    took_part = models.PositiveSmallIntegerField()
    role_groups = models.JSONField(default=list)
    recorded_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    @property
    def as_text(self) -> Text:
        """The minutes in one piece, to be held beside another version of them."""
        return in_one_piece(minute.words for minute in self.minutes.order_by("prompt"))


class Minute(Row):
    """What the meeting agreed to write under one prompt."""

    process = models.ForeignKey(CollectiveProcess, models.CASCADE, related_name="minutes")
    prompt = models.CharField(max_length=40)
    words = TextValueField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["process", "prompt"], name="minute_once")]


def in_one_piece(minutes: Iterable[Text]) -> Text:
    """Minutes as one text, in whatever language they were written."""
    return Text.of(nb="\n\n".join(str(words) for words in minutes))
