"""Giving points with reasons, and the order that steering answers for."""

from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _

from sloyfe.access.models import Space
from sloyfe.access.roles import Role
from sloyfe.access.scoping import SpaceOwned
from sloyfe.cycle.needs.models.needs import Need
from sloyfe.cycle.partnership.models import Round
from sloyfe.kit.fields import TextValueField
from sloyfe.kit.rows import Row
from sloyfe.people.models import Person


class RoleGroup(models.TextChoices):
    """Roles that give points together; larger groups keep people hidden in them."""

    STEERING = "steering", _("Eiere og koordinatorer")
    LEADERS = "leaders", _("Ledere")
    PRACTICE = "practice", _("Ansatte og ressurspersoner")
    PARTNERS = "partners", _("Kompetansepartnere og veiledere")
    REPRESENTING = "representing", _("Tillitsvalgte og verneombud")


_GROUPS = {
    Role.OWNER: RoleGroup.STEERING,
    Role.COORDINATOR: RoleGroup.STEERING,
    Role.LEADER: RoleGroup.LEADERS,
    Role.RESOURCE: RoleGroup.PRACTICE,
    Role.STAFF: RoleGroup.PRACTICE,
    Role.PARTNER: RoleGroup.PARTNERS,
    Role.ADVISER: RoleGroup.PARTNERS,
    Role.UNION: RoleGroup.REPRESENTING,
    Role.SAFETY: RoleGroup.REPRESENTING,
}


def group_of(role: Role) -> RoleGroup | None:
    """The group a role gives points in; a guest gives none."""
    return _GROUPS.get(role)


class Prioritisation(SpaceOwned):
    """A time for giving points to the needs of the network."""

    round = models.ForeignKey(Round, models.PROTECT, related_name="+")
    points_each = models.PositiveSmallIntegerField(default=5)
    role_groups = models.JSONField(default=list)
    closes_on = models.DateField()
    opened_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    opened_at = models.DateTimeField()

    @property
    def is_closed(self) -> bool:
        """Whether no more points are taken."""
        return hasattr(self, "closure")

    @property
    def is_decided(self) -> bool:
        """Whether steering has settled what comes first."""
        return hasattr(self, "decision")

    def takes_points(self, on: date) -> bool:
        """Whether points given today count."""
        return not self.is_closed and on <= self.closes_on


class PrioritisationClosure(Row):
    """No more points are taken, because this row exists."""

    prioritisation = models.OneToOneField(Prioritisation, models.CASCADE, related_name="closure")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()


class Candidate(Row):
    """A network need that stood there when the giving of points was opened."""

    prioritisation = models.ForeignKey(Prioritisation, models.CASCADE, related_name="candidates")
    need = models.ForeignKey(Need, models.PROTECT, related_name="candidacies")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["prioritisation", "need"], name="candidate_once")]


class Giving(Row):
    """Somebody gave their points; only they see which, the others see sums after the closure."""

    prioritisation = models.ForeignKey(Prioritisation, models.CASCADE, related_name="givings")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    place = models.ForeignKey(Space, models.PROTECT, related_name="+")
    group = models.CharField(max_length=16, choices=RoleGroup)
    given_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["prioritisation", "person"], name="gives_once")]


class Points(Row):
    """What one person gave one need, and why."""

    giving = models.ForeignKey(Giving, models.CASCADE, related_name="points")
    need = models.ForeignKey(Need, models.PROTECT, related_name="+")
    points = models.PositiveSmallIntegerField()
    reason = models.CharField(max_length=400, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["giving", "need"], name="points_once")]


class Decision(SpaceOwned):
    """Steering has settled the order; where it leaves the order of the points it says why."""

    prioritisation = models.OneToOneField(Prioritisation, models.PROTECT, related_name="decision")
    deviation = TextValueField()
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()


class Priority(SpaceOwned):
    """A need that the round will work on, and on what grounds."""

    decision = models.ForeignKey(Decision, models.CASCADE, related_name="priorities")
    round = models.ForeignKey(Round, models.PROTECT, related_name="+")
    need = models.OneToOneField(Need, models.PROTECT, related_name="priority")
    rank = models.PositiveSmallIntegerField()
    grounds = TextValueField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["decision", "rank"], name="one_need_a_rank")]
