"""A package that somebody is writing: modules, pages and blocks, each with its bokmål and nynorsk in one value."""

from django.db import models

from sloyfe.access.scoping import SpaceOwned
from sloyfe.cycle.competence.markup.codec import from_plain
from sloyfe.cycle.competence.markup.packages import PageKind, Readers
from sloyfe.cycle.competence.markup.tree import Block, Language
from sloyfe.cycle.competence.models.packages import Package, PackageVersion
from sloyfe.cycle.plan.models import Record
from sloyfe.kit.fields import TextValueField
from sloyfe.kit.rows import Versioned

NAME = 60


class PackageDraft(SpaceOwned, Versioned, Record):
    """A package in writing; `package` is what it becomes a version of, once there is one."""

    title = TextValueField()
    licence = models.CharField(max_length=20, blank=True)
    package = models.OneToOneField(Package, models.CASCADE, null=True, related_name="draft")

    def __str__(self) -> str:
        return str(self.title)


class DraftModule(SpaceOwned, Versioned):
    draft = models.ForeignKey(PackageDraft, models.CASCADE, related_name="modules")
    position = models.PositiveIntegerField()
    identity = models.CharField(max_length=NAME)
    title = TextValueField()

    class Meta:
        ordering = ["position", "id"]
        constraints = [models.UniqueConstraint(fields=["draft", "identity"], name="draft_module_name_once")]


class DraftPage(SpaceOwned, Versioned):
    """A page in writing; its identity stays the same from version to version, and is what links to it say."""

    draft = models.ForeignKey(PackageDraft, models.CASCADE, related_name="pages")
    module = models.ForeignKey(DraftModule, models.CASCADE, related_name="pages")
    position = models.PositiveIntegerField()
    identity = models.CharField(max_length=NAME)
    title = TextValueField()
    kind = models.CharField(max_length=20, default=PageKind.PAGE.value)
    readers = models.CharField(max_length=20, default=Readers.EVERYONE.value)
    minutes = models.PositiveSmallIntegerField(null=True)

    class Meta:
        ordering = ["module__position", "position", "id"]
        constraints = [models.UniqueConstraint(fields=["draft", "identity"], name="draft_page_name_once")]


class DraftBlock(SpaceOwned, Versioned):
    """A block as it is typed, in both languages; one that is `shared` is the same for all and stands as bokmål.

    `kept` holds the blocks it was made of, when it was made of what typing has no words for.
    """

    page = models.ForeignKey(DraftPage, models.CASCADE, related_name="blocks")
    position = models.PositiveIntegerField()
    text = TextValueField()
    shared = models.BooleanField(default=False)
    kept = models.JSONField(default=list)

    class Meta:
        ordering = ["position", "id"]

    @property
    def kept_blocks(self) -> tuple[Block, ...]:
        """What its lines may refer to."""
        return tuple(from_plain(self.kept))

    @property
    def languages(self) -> tuple[Language, ...]:
        """The languages it is written in: one for all, or each by itself."""
        return (Language.ANY,) if self.shared else (Language.NB, Language.NN)


class DraftFile(SpaceOwned, Record):
    """A picture or a file of a draft; what it shows is said in both languages, or it is there for show."""

    draft = models.ForeignKey(PackageDraft, models.CASCADE, related_name="files")
    name = models.CharField(max_length=100)
    size = models.PositiveIntegerField()
    content = models.BinaryField()
    alt = TextValueField()
    decorative = models.BooleanField(default=False)
    licence = models.CharField(max_length=20, blank=True)

    class Meta:
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["draft", "name"], name="draft_file_name_once")]


class ModuleRemoval(Record):
    """A module taken out of a draft; deleting the row takes it back in."""

    part = models.OneToOneField(DraftModule, models.CASCADE, related_name="removal")


class PageRemoval(Record):
    """A page taken out of a draft; deleting the row takes it back in."""

    part = models.OneToOneField(DraftPage, models.CASCADE, related_name="removal")


class BlockRemoval(Record):
    """A block taken out of a draft; deleting the row takes it back in."""

    part = models.OneToOneField(DraftBlock, models.CASCADE, related_name="removal")


class DraftRelease(Record):
    """A draft became a version that people read."""

    draft = models.ForeignKey(PackageDraft, models.CASCADE, related_name="releases")
    version = models.OneToOneField(PackageVersion, models.CASCADE, related_name="+")
