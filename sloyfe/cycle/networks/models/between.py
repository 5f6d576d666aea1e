"""Between-gathering work (*mellomarbeid*) of a unit, and how far it has come: each step is a row of its own."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from sloyfe.access.scoping import SpaceOwned
from sloyfe.cycle.partnership.models import Party, Round
from sloyfe.cycle.plan.models import Answerable, Goal, Record
from sloyfe.kit.fields import TextValueField
from sloyfe.kit.rows import Versioned


class Step(models.TextChoices):
    """How far it has come."""

    PLANNED = "planned", _("Planlagt")
    BEGUN = "begun", _("I gang")
    DONE = "done", _("Gjort")
    BROUGHT_BACK = "brought_back", _("Tatt med tilbake")


class BetweenWork(SpaceOwned, Versioned, Answerable):
    """One thing that a unit tries before the next gathering; `goal` says why."""

    round = models.ForeignKey(Round, models.PROTECT, related_name="+")
    unit = models.ForeignKey(Party, models.PROTECT, related_name="+")
    goal = models.ForeignKey(Goal, models.PROTECT, null=True, related_name="+")
    title = TextValueField()
    what = TextValueField()
    with_whom = TextValueField()
    bring = TextValueField()
    due = models.DateField(null=True, blank=True)
    written_at = models.DateTimeField()

    @property
    def step(self) -> Step:
        """The furthest step there is a row of."""
        reached = {Step.BROUGHT_BACK: "returned", Step.DONE: "completion", Step.BEGUN: "beginning"}
        return next((step for step, row in reached.items() if hasattr(self, row)), Step.PLANNED)

    @property
    def tag(self) -> str:
        """The same as a sign on a page."""
        tags = {Step.PLANNED: "not_started", Step.BEGUN: "under_way", Step.DONE: "waiting", Step.BROUGHT_BACK: "done"}
        return tags[self.step]


class BetweenBeginning(Record):
    """The unit has begun."""

    work = models.OneToOneField(BetweenWork, models.CASCADE, related_name="beginning")


class BetweenCompletion(Record):
    """It has been done at home, and waits for the gathering."""

    work = models.OneToOneField(BetweenWork, models.CASCADE, related_name="completion")


class BetweenReturn(Record):
    """The unit has brought back what came of it."""

    work = models.OneToOneField(BetweenWork, models.CASCADE, related_name="returned")
    words = TextValueField()


class BetweenRemoval(Record):
    """It is not to be done after all; deleting this is the undo."""

    work = models.OneToOneField(BetweenWork, models.CASCADE, related_name="removal")
