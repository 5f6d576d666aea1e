"""What an anonymous wave holds while it is open: codes, addresses, and envelopes that only its key can open."""

from django.db import models

from sloyfe.kit.rows import Row
from sloyfe.surveys.models.waves import Wave, WavePlace


class Code(Row):
    """A one-time code of a place; only its digest is kept, and no word of whom it was given to."""

    wave = models.ForeignKey(Wave, models.CASCADE, related_name="codes")
    wave_place = models.ForeignKey(WavePlace, models.CASCADE, related_name="codes")
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
