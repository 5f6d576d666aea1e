"""Space and seat: two tables that carry both tenancy and permission. And the log."""

from datetime import date
from uuid import UUID, uuid4

from django.db import models
from django.db.models import Q

from sloyfe.access.roles import Role
from sloyfe.kit.rows import Row
from sloyfe.people.models import Person


class Space(Row):
    """A partnership (a root, with a slug) or a place inside it: an owner's, and under that a unit's."""

    slug = models.SlugField(max_length=60, unique=True, null=True)
    title = models.CharField(max_length=160)
    parent = models.ForeignKey("self", models.PROTECT, null=True, related_name="children")
    path = models.CharField(max_length=200, unique=True, editable=False)
    shielded = models.BooleanField(default=False)

    @classmethod
    def root(cls, slug: str, title: str) -> "Space":
        """Make the space of a partnership."""
        key = uuid4()
        return cls.objects.create(id=key, slug=slug, title=title, path=f"{key.hex}/")

    def place(self, title: str, *, shielded: bool = False) -> "Space":
        """Make a place inside this one; seats above do not reach into a shielded place unless it is opened."""
        key = uuid4()
        path = f"{self.path}{key.hex}/"
        return Space.objects.create(id=key, title=title, parent=self, path=path, shielded=shielded)

    @property
    def root_key(self) -> UUID:
        """The partnership this place lies in."""
        return UUID(hex=self.path.partition("/")[0])

    def inside(self, other: "Space") -> bool:
        """Whether this place is `other` or lies in it."""
        return self.path.startswith(other.path)

    def __str__(self) -> str:
        return self.title


class Opening(Row):
    """A shielded place lets the seats above it see what it holds, because it said so."""

    place = models.OneToOneField(Space, models.CASCADE, related_name="opening")
    given_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    given_at = models.DateTimeField()


class SeatQuerySet(models.QuerySet["Seat"]):
    """Seats as they stand on a day."""

    def standing(self, on: date) -> "SeatQuerySet":
        """Seats that have begun and not ended."""
        return self.filter(Q(until=None) | Q(until__gte=on), since__lte=on)


class Seat(Row):
    """A person holds a role in a space for a while."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="seats")
    space = models.ForeignKey(Space, models.PROTECT, related_name="seats")
    role = models.CharField(max_length=16, choices=[(role.value, role.value) for role in Role])
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    objects = SeatQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "space", "role"], condition=Q(until=None), name="one_standing_seat"
            )
        ]


class Operator(models.Model):
    """Runs this installation: makes partnerships and keeps the register of organisations."""

    person = models.OneToOneField(Person, models.CASCADE, primary_key=True, related_name="operator")
    since = models.DateField()


class AuditEvent(Row):
    """What was done, by whom and when; never the content."""

    space = models.ForeignKey(Space, models.PROTECT, null=True, related_name="+")
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(db_index=True)
    act = models.CharField(max_length=60)
    about = models.CharField(max_length=60)
    about_key = models.CharField(max_length=40)
