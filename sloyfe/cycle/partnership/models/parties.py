"""The partnership itself, its rounds, and the organisations that take part."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from sloyfe.access.models import Space
from sloyfe.access.scoping import SpaceOwned
from sloyfe.kit.fields import TextValueField
from sloyfe.organisations.models import COMPETENCE_PARTNERS, OWNERS, UNITS, Kind, Organisation


class PartyRole(models.TextChoices):
    """As what an organisation takes part."""

    OWNER = "owner", _("Eier")
    UNIT = "unit", _("Enhet")
    PARTNER = "partner", _("Kompetansepartner")
    SERVICE = "service", _("Tjeneste")


KINDS_OF_ROLE: dict[PartyRole, frozenset[Kind]] = {
    PartyRole.OWNER: OWNERS,
    PartyRole.UNIT: UNITS | {Kind.TEAM, Kind.OTHER},
    PartyRole.PARTNER: COMPETENCE_PARTNERS | {Kind.OTHER},
    PartyRole.SERVICE: frozenset({Kind.SERVICE, Kind.PPT, Kind.OTHER}),
}


class Partnership(SpaceOwned):
    """Owners, units and partners who agreed to work together; one to one with its root space."""

    name = TextValueField()
    language = models.CharField(max_length=2, default="nb")
    begun_on = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["space"], name="one_partnership_a_space")]


class Round(SpaceOwned):
    """One time around the circle; it may follow an earlier one."""

    title = TextValueField()
    school_year = models.PositiveSmallIntegerField()
    follows = models.OneToOneField("self", models.PROTECT, null=True, related_name="followed_by")
    opened_at = models.DateTimeField()


class Party(SpaceOwned):
    """An organisation takes part in a role, and has its place in the space tree."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    role = models.CharField(max_length=10, choices=PartyRole)
    place = models.OneToOneField(Space, models.PROTECT, related_name="+")
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["space", "organisation"], name="party_once")]

    def __str__(self) -> str:
        return self.organisation.name
