"""A meeting, and its script copied onto rows that whoever leads may change."""

from datetime import date, datetime, timedelta
from typing import ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from sloyfe.access.models import Space
from sloyfe.access.scoping import ScopedManager, ScopedQuerySet, SpaceOwned
from sloyfe.cycle.meetings.models.templates import ScriptTemplate
from sloyfe.cycle.meetings.scripts import Form, Grouping, GroupRole, Material, Output, Phase, Script, Span
from sloyfe.cycle.partnership.models import Round
from sloyfe.kit.fields import TextValueField
from sloyfe.kit.rows import Versioned
from sloyfe.people.models import Person

OPEN = timedelta(days=2)


class RealMeetings(ScopedManager["Meeting"]):
    """The meetings that are held, so that nobody who asks for meetings has to remember to leave rehearsals out."""

    def get_queryset(self) -> ScopedQuerySet["Meeting"]:
        """Without rehearsals."""
        return super().get_queryset().filter(rehearsal=None)


class Meeting(SpaceOwned, Versioned):
    """People meet on a day; without places it is for the whole network.

    `objects` are real meetings. `with_rehearsals` is for whoever has the name of one: to open, run or lock it.
    """

    round = models.ForeignKey(Round, models.PROTECT, related_name="+")
    title = TextValueField()
    question = TextValueField()
    preparation = TextValueField()
    on = models.DateField()
    starts = models.TimeField()
    where = models.CharField(max_length=160, blank=True)
    video = models.URLField(max_length=300, blank=True)
    places = models.ManyToManyField(Space, related_name="+")
    method = models.CharField(max_length=40, blank=True)
    method_version = models.PositiveIntegerField(null=True)
    template = models.ForeignKey(ScriptTemplate, models.SET_NULL, null=True, related_name="+")
    follows = models.ForeignKey("self", models.SET_NULL, null=True, related_name="followers")
    made_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    objects: ClassVar[RealMeetings] = RealMeetings()
    with_rehearsals: ClassVar[ScopedManager["Meeting"]] = ScopedManager()

    @property
    def standing(self) -> "list[MeetingPhase]":
        """The phases that are part of it, in order; those left out are skipped."""
        return [phase for phase in self.phases.all() if not phase.is_left_out]

    @property
    def script(self) -> Script:
        """The same as plain values, to be timed and drawn."""
        return Script(tuple(phase.as_script for phase in self.standing))

    @property
    def begins_at(self) -> datetime:
        """The instant at which it is meant to begin."""
        return timezone.make_aware(datetime.combine(self.on, self.starts))

    @property
    def ends_at(self) -> datetime:
        """The instant at which it is meant to end."""
        return self.begins_at + timedelta(minutes=self.script.minutes)

    @property
    def is_held(self) -> bool:
        """Whether somebody has recorded that it was held."""
        return hasattr(self, "holding")

    @property
    def is_rehearsal(self) -> bool:
        """Whether it is only a try before the day."""
        return hasattr(self, "rehearsal")

    @property
    def is_cancelled(self) -> bool:
        """Whether it has been called off."""
        return hasattr(self, "cancellation")

    def is_shut(self, *, today: date) -> bool:
        """Whether it lets nobody in any longer; nobody need have said that it was held."""
        return self.is_held or self.is_cancelled or today - self.on >= OPEN


class Part(models.TextChoices):
    """What a phase belongs to; the daily running of things comes last and by itself."""

    DEVELOPMENT = "development", _("Utvikling")
    OPERATIONS = "operations", _("Drift")


class MeetingPhase(Versioned):
    """One phase of a meeting: copied from the method, or written for this meeting."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="phases")
    position = models.PositiveSmallIntegerField()
    key = models.CharField(max_length=40)
    title = TextValueField()
    form = models.CharField(max_length=12, choices=[(form.value, form.value) for form in Form])
    minutes = models.PositiveSmallIntegerField()
    room = models.JSONField(null=True)
    grouping = models.CharField(max_length=8, default=Grouping.NONE)
    groups_from = models.CharField(max_length=40, blank=True)
    size = models.JSONField(null=True)
    roles = models.JSONField(default=list)
    task = TextValueField()
    help = TextValueField()
    output = models.CharField(max_length=16, blank=True)
    how_many = models.PositiveSmallIntegerField(null=True)
    builds_on = models.JSONField(default=list)
    material = models.CharField(max_length=16, blank=True)
    rules = models.JSONField(default=list)
    part = models.CharField(max_length=12, choices=Part, default=Part.DEVELOPMENT)

    class Meta:
        ordering: ClassVar = ["position"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["meeting", "key"], name="phase_once_a_meeting")]

    @property
    def is_left_out(self) -> bool:
        """Whether the meeting goes without it."""
        return hasattr(self, "omission")

    @property
    def gives_time_to_prepare(self) -> bool:
        """Whether people prepare here, who have not been asked to do it before they came."""
        return self.material == Material.PREPARATION and "beforehand" not in self.rules

    @property
    def is_private(self) -> bool:
        """What is written here stays with its author until they share it."""
        return self.form == Form.INDIVIDUAL

    @property
    def as_script(self) -> Phase:
        """The phase as the plain value it was copied from."""
        least, most = self.room or (self.minutes, self.minutes)
        return Phase(
            key=self.key,
            title=self.title,
            form=Form(self.form),
            minutes=Span(least, self.minutes, most),
            grouping=Grouping(self.grouping),
            groups_from=self.groups_from,
            size=Span(*self.size) if self.size else None,
            roles=tuple(GroupRole(role) for role in self.roles),
            task=self.task,
            help=self.help,
            output=Output(self.output) if self.output else None,
            how_many=self.how_many,
            builds_on=tuple(self.builds_on),
            material=Material(self.material) if self.material else None,
            **{rule: rule in self.rules for rule in RULES},
        )


RULES = ("by_turns", "parks_objections", "beforehand", "hosts_stay")


def copied(phase: Phase, *, meeting: Meeting, position: int) -> MeetingPhase:
    """A row, not yet saved, that says what the phase of a method says."""
    return MeetingPhase(
        meeting=meeting,
        position=position,
        key=phase.key,
        title=phase.title,
        form=phase.form,
        minutes=phase.minutes.usual,
        room=[phase.minutes.least, phase.minutes.most],
        grouping=phase.grouping,
        groups_from=phase.groups_from,
        size=[phase.size.least, phase.size.usual, phase.size.most] if phase.size else None,
        roles=list(phase.roles),
        task=phase.task,
        help=phase.help,
        output=phase.output or "",
        how_many=phase.how_many,
        builds_on=list(phase.builds_on),
        material=phase.material or "",
        rules=[rule for rule in RULES if getattr(phase, rule)],
    )
