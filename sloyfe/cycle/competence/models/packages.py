"""A package and its versions: each version is a frozen copy of what was read, and is never changed."""

from functools import cached_property
from uuid import UUID

from django.db import models

from sloyfe.access.scoping import SpaceOwned
from sloyfe.cycle.competence.markup.codec import from_plain
from sloyfe.cycle.competence.markup.packages import ModuleTree, PageTree
from sloyfe.kit.fields import TextValueField
from sloyfe.people.models import Person

IDENTITY = 200


class Package(SpaceOwned):
    """A competence package, known by its identity where it came from.

    `readers_decided` grows each time it is decided anew whom its pages are for; `is_adapted` is true from the first
    time a place decides anything about it.
    """

    identity = models.CharField(max_length=IDENTITY)
    title = TextValueField()
    added_at = models.DateTimeField()
    readers_decided = models.PositiveIntegerField(default=0)
    is_adapted = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["space", "identity"], name="package_once_in_a_space")]

    def __str__(self) -> str:
        return str(self.title)


class PackageVersion(SpaceOwned):
    """One reading of a package; the file itself is kept, so that nothing in it is lost."""

    package = models.ForeignKey(Package, models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    is_newest = models.BooleanField(default=True)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    source_name = models.CharField(max_length=200)
    original = models.BinaryField()
    digest = models.CharField(max_length=64)
    format = models.CharField(max_length=12)
    licence = models.CharField(max_length=20, blank=True)
    licence_written = models.TextField(blank=True)
    report = models.JSONField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["package", "number"], name="package_version_number_once"),
            models.UniqueConstraint(fields=["package"], condition=models.Q(is_newest=True), name="package_newest_once"),
        ]
        ordering = ["number"]


class Module(SpaceOwned):
    """A module of one version, with its items in their order."""

    version = models.ForeignKey(PackageVersion, models.CASCADE, related_name="modules")
    position = models.PositiveIntegerField()
    identity = models.CharField(max_length=IDENTITY, blank=True)
    title = TextValueField()
    content = models.JSONField()

    class Meta:
        ordering = ["position"]

    @cached_property
    def tree(self) -> ModuleTree:
        """The module as it was read."""
        made: ModuleTree = from_plain(self.content)
        return made


class Page(SpaceOwned):
    """A page of one version; its identity finds it again in the next."""

    version = models.ForeignKey(PackageVersion, models.CASCADE, related_name="pages")
    position = models.PositiveIntegerField()
    identity = models.CharField(max_length=IDENTITY)
    title = TextValueField()
    kind = models.CharField(max_length=20)
    state = models.CharField(max_length=20)
    readers = models.CharField(max_length=20)
    minutes = models.PositiveSmallIntegerField(null=True)
    digest = models.CharField(max_length=32)
    content = models.JSONField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["version", "identity"], name="page_once_in_a_version")]
        ordering = ["position"]

    @property
    def key(self) -> UUID:
        """What its address says."""
        return self.pk

    @cached_property
    def tree(self) -> PageTree:
        """The page with its blocks."""
        made: PageTree = from_plain(self.content)
        return made


class Asset(SpaceOwned):
    """A file of one version; its bytes lie in the version's original."""

    version = models.ForeignKey(PackageVersion, models.CASCADE, related_name="assets")
    path = models.TextField()
    size = models.PositiveBigIntegerField()
    licence = models.CharField(max_length=20, blank=True)

    class Meta:
        ordering = ["path"]
