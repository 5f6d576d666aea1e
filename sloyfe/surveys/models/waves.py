"""One time a questionnaire is sent out: to whom, how, and when; and the records of what has happened to it."""

from datetime import date

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from sloyfe.access.models import Space
from sloyfe.access.roles import Role
from sloyfe.access.scoping import SpaceOwned
from sloyfe.kit.rows import Row, Versioned
from sloyfe.people.models import Person
from sloyfe.surveys.days import Days
from sloyfe.surveys.models.instruments import Edition, Instrument

FEWEST_SCALE = 5
FEWEST_TEXT = 10


class Mode(models.TextChoices):
    """How people answer; never in between."""

    ANONYMOUS = "anonymous", _("Anonym")
    NAMED = "named", _("Med navn")


class Wave(SpaceOwned, Versioned):
    """A questionnaire sent out once. Mode, edition and who reads free text first stand from the first invitation."""

    instrument = models.ForeignKey(Instrument, models.PROTECT, related_name="waves")
    edition = models.ForeignKey(Edition, models.PROTECT, null=True, related_name="waves")
    mode = models.CharField(max_length=10, choices=Mode)
    fewest_scale = models.PositiveSmallIntegerField(default=FEWEST_SCALE)
    fewest_text = models.PositiveSmallIntegerField(default=FEWEST_TEXT)
    opens_on = models.DateField()
    closes_on = models.DateField()
    deletes_on = models.DateField()
    screened_by = models.CharField(max_length=16, blank=True, choices=[(role.value, role.value) for role in Role])
    public_key = models.BinaryField(max_length=32, null=True)
    envelope_size = models.PositiveIntegerField(default=0)

    class Meta(SpaceOwned.Meta, Versioned.Meta):
        constraints = [
            models.CheckConstraint(
                condition=Q(fewest_scale__gte=FEWEST_SCALE, fewest_text__gte=FEWEST_TEXT), name="thresholds_rise"
            ),
            models.CheckConstraint(
                condition=Q(opens_on__lte=models.F("closes_on")) & Q(closes_on__lte=models.F("deletes_on")),
                name="wave_dates_in_order",
            ),
        ]

    @property
    def days(self) -> Days:
        """When people can answer, and until when what each of them answered is kept."""
        return Days(self.opens_on, self.closes_on, self.deletes_on)

    @property
    def is_anonymous(self) -> bool:
        """Whether answers come in sealed envelopes."""
        return self.mode == Mode.ANONYMOUS

    @property
    def is_open(self) -> bool:
        """Whether people have been invited and the wave is not closed."""
        return hasattr(self, "opening") and not self.is_closed

    @property
    def is_closed(self) -> bool:
        """Whether somebody, or the date, has closed it."""
        return hasattr(self, "closure")

    def takes_answers(self, on: date) -> bool:
        """Whether an answer sent today is in time."""
        return self.opens_on <= on <= self.closes_on


class WavePlace(Row):
    """A place whose people are asked, and how many they are.

    `issued` counts the codes given out since unused ones were last made void, and `voided` how often that was: neither
    says how many have answered.
    """

    wave = models.ForeignKey(Wave, models.CASCADE, related_name="places")
    place = models.ForeignKey(Space, models.PROTECT, related_name="+")
    invited = models.PositiveSmallIntegerField()
    issued = models.PositiveSmallIntegerField(default=0)
    voided = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["wave", "place"], name="asked_once")]


class WaveOpening(Row):
    """The wave was opened: what was asked, and how, stands from here."""

    wave = models.OneToOneField(Wave, models.CASCADE, related_name="opening")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()


class Reminder(Row):
    """Everybody was reminded, once; nobody knows who had answered."""

    wave = models.OneToOneField(Wave, models.CASCADE, related_name="reminder")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()


class Closure(Row):
    """The wave was closed, by somebody or by its date. `lost` says that the key was gone.

    `damaged` counts envelopes that the key could not open: something had changed them on the disk.
    """

    wave = models.OneToOneField(Wave, models.CASCADE, related_name="closure")
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()
    lost = models.BooleanField(default=False)
    damaged = models.PositiveIntegerField(default=0)


class Consent(Row):
    """A unit lets its owner and its network see the unit's own figures."""

    wave = models.ForeignKey(Wave, models.CASCADE, related_name="consents")
    place = models.ForeignKey(Space, models.PROTECT, related_name="+")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["wave", "place"], name="consent_once")]
