"""Invitations to a seat, and what became of them."""

from django.db import models

from sloyfe.access.models import Seat, Space
from sloyfe.access.roles import Role
from sloyfe.access.scoping import SpaceOwned
from sloyfe.kit.rows import Row
from sloyfe.people.models import Person

ROLES = [(role.value, role.value) for role in Role]


class ServiceArea(models.TextChoices):
    """What an owner-level seat speaks for; the words are in `queries.seats`."""

    KINDERGARTEN = "kindergarten"
    SFO = "sfo"
    SCHOOL = "school"
    PPT = "ppt"


class Invitation(SpaceOwned):
    """An offer of a seat: to an e-mail address, or, without one, to whoever holds the printed slip."""

    place = models.ForeignKey(Space, models.PROTECT, related_name="+")
    role = models.CharField(max_length=16, choices=ROLES)
    email = models.EmailField(blank=True)
    name = models.CharField(max_length=120, blank=True)
    areas = models.JSONField(default=list, blank=True)
    digest = models.CharField(max_length=64, unique=True)
    given_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    given_at = models.DateTimeField()
    expires_at = models.DateTimeField()


class Acceptance(Row):
    """The invitation is spent because this row exists."""

    invitation = models.OneToOneField(Invitation, models.CASCADE, related_name="acceptance")
    seat = models.ForeignKey(Seat, models.PROTECT, related_name="+")
    at = models.DateTimeField()


class Withdrawal(Row):
    """The invitation was taken back because this row exists."""

    invitation = models.OneToOneField(Invitation, models.CASCADE, related_name="withdrawal")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()


class SeatArea(SpaceOwned):
    """An owner-level seat speaks for a service area."""

    seat = models.ForeignKey(Seat, models.CASCADE, related_name="+")
    area = models.CharField(max_length=12, choices=ServiceArea)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["seat", "area"], name="seat_area_once")]
