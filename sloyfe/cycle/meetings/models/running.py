"""A meeting while it is held: the door, those who came in, and what the clock says. Every press is a row of its own."""

from datetime import datetime, timedelta
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from sloyfe.access.models import Space
from sloyfe.cycle.meetings.models.meetings import Meeting, MeetingPhase
from sloyfe.cycle.plan.models import Record
from sloyfe.kit.alike import likeness
from sloyfe.kit.rows import Row


class Naming(models.TextChoices):
    """What people are called in a meeting."""

    NAME = "name", _("Navn")
    PSEUDONYM = "pseudonym", _("Kallenavn")


class Door(Record):
    """The meeting lets people in by a code, without an account."""

    meeting = models.OneToOneField(Meeting, models.CASCADE, related_name="door")
    code = models.CharField(max_length=8, unique=True)
    naming = models.CharField(max_length=9, choices=Naming, default=Naming.NAME)
    asks_role = models.BooleanField(default=False)


class RetiredCode(Record):
    """A code that was replaced: it lets nobody in, and whoever is in already is led on to the new one."""

    door = models.ForeignKey(Door, models.CASCADE, related_name="retired")
    code = models.CharField(max_length=8, unique=True)


class Occupation(models.TextChoices):
    """What somebody does where they come from; said by themselves, to be mixed by."""

    LEADER = "leader", _("Leder")
    TEACHER = "teacher", _("Pedagog eller lærer")
    STAFF = "staff", _("Assistent eller annen ansatt")
    OWNER = "owner", _("Eier")
    GUIDE = "guide", _("Universitet eller veileder")
    OTHER = "other", _("Noe annet")


class Attendee(Row):
    """Somebody who came in by the code; their browser holds a key, and only its digest is kept.

    Two of one meeting never have names that look alike. Whoever makes rows of these uses `newcomer`.
    """

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="attendees")
    name = models.CharField(max_length=60)
    likeness = models.CharField(max_length=255)
    role = models.CharField(max_length=8, choices=Occupation, blank=True)
    place = models.ForeignKey(Space, models.PROTECT, null=True, related_name="+")
    digest = models.CharField(max_length=64, unique=True)
    came_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["came_at"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["meeting", "name"], name="name_once_a_meeting"),
            models.UniqueConstraint(fields=["meeting", "likeness"], name="no_two_alike_in_a_meeting"),
        ]


def newcomer(
    meeting: Meeting, name: str, *, digest: str, place: Space | None, at: datetime, role: str = ""
) -> Attendee:
    """A row, not yet saved, of somebody who comes in."""
    said = " ".join(name.split())
    return Attendee(
        meeting=meeting, name=said, likeness=likeness(said), place=place, role=role, digest=digest, came_at=at
    )


class ExtraTime(Record):
    """Somebody has longer to write for themselves in this meeting; nobody else is shown it."""

    attendee = models.OneToOneField(Attendee, models.CASCADE, related_name="+")
    minutes = models.PositiveSmallIntegerField()


class PhaseStart(Record):
    """A phase began; the last one that began is the one that goes on."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="starts_of_phases")
    phase = models.ForeignKey(MeetingPhase, models.CASCADE, related_name="starts")
    nth = models.PositiveSmallIntegerField()
    minutes = models.PositiveSmallIntegerField()

    class Meta:
        ordering: ClassVar = ["nth"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["meeting", "nth"], name="one_phase_at_a_time")]

    @property
    def mark(self) -> str:
        """Changes with every press, so that a page can say what it was looking at."""
        presses = [*self.extensions.all(), *self.pauses.all()]
        resumed = sum(pause.is_over for pause in self.pauses.all())
        return f"{self.nth}.{len(presses)}.{resumed}"

    @property
    def is_paused(self) -> bool:
        """Whether the clock stands still."""
        return any(not pause.is_over for pause in self.pauses.all())

    def ends_at(self, now: datetime) -> datetime:
        """When the time is up; while the clock stands still, that moves ahead with it."""
        given = self.minutes + sum(extension.minutes for extension in self.extensions.all())
        stood = sum((pause.until(now) - pause.at for pause in self.pauses.all()), timedelta())
        return self.at + timedelta(minutes=given) + stood


class Extension(Record):
    """A few minutes more."""

    start = models.ForeignKey(PhaseStart, models.CASCADE, related_name="extensions")
    minutes = models.PositiveSmallIntegerField()


class Pause(Record):
    """The clock stands still from here."""

    start = models.ForeignKey(PhaseStart, models.CASCADE, related_name="pauses")

    @property
    def is_over(self) -> bool:
        """Whether the clock goes again."""
        return hasattr(self, "resumption")

    def until(self, now: datetime) -> datetime:
        """The end of the pause, or now."""
        return self.resumption.at if self.is_over else now


class Resumption(Record):
    """The clock goes again."""

    pause = models.OneToOneField(Pause, models.CASCADE, related_name="resumption")
