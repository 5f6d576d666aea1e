"""What an owner or a unit made of a package, and what came of it, written out for reading."""

from functools import cached_property
from uuid import UUID

from django.db import models
from django.utils.translation import gettext_lazy as _

from sloyfe.access.models import Space
from sloyfe.access.scoping import SpaceOwned
from sloyfe.cycle.competence.adaptation.codec import layer_from_plain, tree_from_plain
from sloyfe.cycle.competence.adaptation.layers import Layer
from sloyfe.cycle.competence.adaptation.trees import Tree
from sloyfe.cycle.competence.markup.codec import from_plain
from sloyfe.cycle.competence.markup.packages import Format, PageKind, PageTree, Provenance
from sloyfe.cycle.competence.markup.titles import Title
from sloyfe.cycle.competence.markup.tree import Block, Language
from sloyfe.cycle.competence.models.packages import IDENTITY, Package, PackageVersion, Page
from sloyfe.cycle.plan.models import Record
from sloyfe.kit.fields import TextValueField
from sloyfe.kit.rows import Versioned


class VersionTree(SpaceOwned):
    """A version as elements that keep their identity; `pages` says which of them is which page of the version."""

    version = models.OneToOneField(PackageVersion, models.CASCADE, related_name="outline")
    content = models.JSONField()
    pages = models.JSONField()

    @cached_property
    def tree(self) -> Tree[str]:
        """The version as it can be adapted."""
        return tree_from_plain(self.content)


class CoreComponent(SpaceOwned, Record):
    """A module, page or block that nobody may leave out or word anew; deleting the row takes it back."""

    package = models.ForeignKey(Package, models.CASCADE, related_name="core")
    identity = models.CharField(max_length=IDENTITY + 20)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["package", "identity"], name="core_component_once")]


class AtLevel(models.TextChoices):
    """Who adapted: an owner, or a unit on top of what its owner made."""

    OWNER = "owner", _("Eier")
    UNIT = "unit", _("Enhet")


class PackageAdaptation(SpaceOwned, Versioned):
    """What one owner or unit decided about a package; `waiting` says how much of a new version it has not looked at.

    `written_out` grows each time what came of it is written out anew.
    """

    package = models.ForeignKey(Package, models.CASCADE, related_name="adaptations")
    place = models.ForeignKey(Space, models.CASCADE, related_name="+")
    level = models.CharField(max_length=5, choices=AtLevel)
    content = models.JSONField()
    waiting = models.PositiveIntegerField(default=0)
    written_out = models.PositiveIntegerField(default=0)
    begun_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["package", "place"], name="package_adapted_once_at_a_place")]

    @cached_property
    def layer(self) -> Layer[str]:
        """The decisions."""
        return layer_from_plain(self.content)


class AdaptedModule(SpaceOwned):
    """A module as it is read at a place."""

    adaptation = models.ForeignKey(PackageAdaptation, models.CASCADE, related_name="modules")
    position = models.PositiveIntegerField()
    identity = models.CharField(max_length=IDENTITY + 20)
    title = TextValueField()
    by_level = models.CharField(max_length=5, choices=AtLevel, blank=True)

    class Meta:
        ordering = ["position"]


class AdaptedPage(SpaceOwned):
    """A page as it is read at a place, or another line of its contents.

    `source` is the page in the newest version that has it: it says who may read it, whatever was taken of it. What
    the place added itself has none, and a `key` that its address keeps.
    """

    adaptation = models.ForeignKey(PackageAdaptation, models.CASCADE, related_name="pages")
    module = models.ForeignKey(AdaptedModule, models.CASCADE, related_name="pages")
    source = models.ForeignKey(Page, models.SET_NULL, null=True, related_name="+")
    own_key = models.UUIDField(null=True)
    position = models.PositiveIntegerField()
    identity = models.CharField(max_length=IDENTITY + 20)
    title = TextValueField()
    by_level = models.CharField(max_length=5, choices=AtLevel, blank=True)
    minutes = models.PositiveIntegerField(null=True)
    required = models.BooleanField(default=False)
    shell = models.BooleanField(default=False)
    line = models.JSONField(null=True)
    content = models.JSONField()

    class Meta:
        ordering = ["position"]

    @property
    def key(self) -> UUID | None:
        """What its address says."""
        return self.source_id or self.own_key

    @property
    def readers(self) -> str:
        """Whom it is for; what a place adds is for all who read there."""
        return self.source.readers if self.source else "everyone"

    @property
    def state(self) -> str:
        """Whether readers see it."""
        return self.source.state if self.source else "published"

    @cached_property
    def parts(self) -> list[tuple[str, str, tuple[Block, ...]]]:
        """What stands on it: who added it, who worded it anew, and the blocks."""
        return [(part["own"], part["words"], from_plain(part["blocks"])) for part in self.content]

    @cached_property
    def tree(self) -> PageTree:
        """The page with its blocks, as a page of a package has it."""
        blocks = tuple(block for _own, _words, inside in self.parts for block in inside)
        title = Title(str(self.title), {Language(code): words for code, words in self.title.entries.items()})
        return PageTree(self.identity, title, PageKind.PAGE, blocks, Provenance(Format.OWN, ""))
