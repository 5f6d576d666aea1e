"""What an anonymous wave holds while it is open: codes, addresses, and envelopes that only its key can open."""

from datetime import datetime

from django.db import models

from sloyfe.kit.rows import Row
from sloyfe.people.models import Person
from sloyfe.surveys.models.waves import Wave, WavePlace


class MeetingLink(Row):
    """One address for everybody in a room, until a moment; it holds as many codes as people were said to be there."""

    wave_place = models.ForeignKey(WavePlace, models.CASCADE, related_name="meeting_links")
    digest = models.CharField(max_length=64, unique=True)
    present = models.PositiveSmallIntegerField()
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    until = models.DateTimeField()

    def stands(self, at: datetime) -> bool:
        """Whether it lets people in now."""
        return self.at <= at < self.until


class Code(Row):
    """A one-time code of a place; only its digest is kept, and no word of whom it was given to."""

    wave = models.ForeignKey(Wave, models.CASCADE, related_name="codes")
    wave_place = models.ForeignKey(WavePlace, models.CASCADE, related_name="codes")
    meeting_link = models.ForeignKey(MeetingLink, models.CASCADE, null=True, related_name="codes")
    digest = models.CharField(max_length=64, unique=True)
    spent = models.BooleanField(default=False)


class Addressee(Row):
    """An address that got some code; kept until close so that everybody can be reminded."""

    wave = models.ForeignKey(Wave, models.CASCADE, related_name="addressees")
    email = models.EmailField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["wave", "email"], name="addressed_once")]


class Envelope(Row):
    """One answer, sealed. Every envelope of a wave has the same size; nothing else is known of it."""

    wave = models.ForeignKey(Wave, models.CASCADE, related_name="envelopes")
    sealed = models.BinaryField()
