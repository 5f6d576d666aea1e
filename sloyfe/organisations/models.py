"""The tree owner → unit → team, with validity and mergers."""

from datetime import date

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from sloyfe.kit.rows import Row
from sloyfe.people.models import Person


class Kind(models.TextChoices):
    """What sort of organisation this is."""

    OWNER_MUNICIPAL = "owner_municipal", _("Kommunal eier")
    OWNER_COUNTY = "owner_county", _("Fylkeskommunal eier")
    OWNER_PRIVATE = "owner_private", _("Privat eier")
    KINDERGARTEN = "kindergarten", _("Barnehage")
    SCHOOL = "school", _("Skole")
    SFO = "sfo", _("SFO")
    PPT = "ppt", _("PP-tjeneste")
    TEAM = "team", _("Team eller avdeling")
    UNIVERSITY = "university", _("Universitet eller høgskole")
    VOCATIONAL = "vocational", _("Fagskole")
    SERVICE = "service", _("Tjeneste i laget rundt barnet")
    OTHER = "other", _("Annen virksomhet")


OWNERS = frozenset({Kind.OWNER_MUNICIPAL, Kind.OWNER_COUNTY, Kind.OWNER_PRIVATE})
UNITS = frozenset({Kind.KINDERGARTEN, Kind.SCHOOL, Kind.SFO, Kind.PPT})
COMPETENCE_PARTNERS = frozenset({Kind.UNIVERSITY, Kind.VOCATIONAL})


class OrganisationQuerySet(models.QuerySet["Organisation"]):
    """Organisations as they stand on a day."""

    def standing(self, on: date) -> "OrganisationQuerySet":
        """Those that have begun and not ended."""
        return self.filter(Q(since=None) | Q(since__lte=on), Q(until=None) | Q(until__gte=on))


class Organisation(Row):
    """An organisation in the real world; global, and keyed by its organisation number where it has one."""

    name = models.CharField(max_length=160)
    kind = models.CharField(max_length=20, choices=Kind)
    number = models.CharField(max_length=9, unique=True, null=True, blank=True)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children")
    municipality = models.CharField(max_length=4, blank=True)
    language = models.CharField(max_length=2, default="nb")
    staff_count = models.PositiveIntegerField(null=True, blank=True)
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)
    objects = OrganisationQuerySet.as_manager()

    def get_kind_display(self) -> str:  # type: ignore[no-redef]  # stands for the one that Django makes
        """The kind in words; Django's own would translate every other kind as well."""
        return str(Kind(self.kind).label)

    @property
    def is_owner(self) -> bool:
        """Whether this is an *eier*."""
        return self.kind in OWNERS

    @property
    def is_private(self) -> bool:
        """Whether a private owner stands behind it."""
        return self.kind == Kind.OWNER_PRIVATE or bool(self.parent and self.parent.kind == Kind.OWNER_PRIVATE)

    def __str__(self) -> str:
        return self.name


class Merger(Row):
    """One organisation went into another on a day."""

    gone = models.OneToOneField(Organisation, models.PROTECT, related_name="merger")
    into = models.ForeignKey(Organisation, models.PROTECT, related_name="absorbed")
    on = models.DateField()


class Employment(Row):
    """A person works at an organisation for a while; what the staff lists say."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="employments")
    role_group = models.CharField(max_length=40, blank=True)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "organisation"], condition=Q(until=None), name="employed_once")
        ]


class ImportKind(models.TextChoices):
    """What a file holds."""

    ORGANISATIONS = "organisations", _("Virksomheter")
    STAFF = "staff", _("Ansatte")


class ImportFile(Row):
    """A file on its way in; it is emptied when the import has been carried out."""

    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    kind = models.CharField(max_length=20, choices=ImportKind)
    name = models.CharField(max_length=200)
    digest = models.CharField(max_length=64)
    content = models.BinaryField()


class ImportRun(Row):
    """A file was read in: when, by whom, and how many rows came to what."""

    file = models.OneToOneField(ImportFile, models.PROTECT, related_name="run")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    counts = models.JSONField(default=dict)
