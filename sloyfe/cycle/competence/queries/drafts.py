"""Packages in writing, and how far each language has come."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Prefetch

from sloyfe.access.models import Space
from sloyfe.cycle.competence.linting.rules import Checked, Finding, Piece, findings
from sloyfe.cycle.competence.markup.titles import Title
from sloyfe.cycle.competence.markup.tree import Block, Language
from sloyfe.cycle.competence.models import DraftBlock, DraftModule, DraftPage, PackageDraft
from sloyfe.cycle.competence.writing import blocks_of
from sloyfe.kit.text import Status, Text

BOTH = (Language.NB, Language.NN)


@dataclass(frozen=True)
class Coverage:
    """How much of a page or package stands in one language: of so many texts, some are missing and some older."""

    language: Language
    of: int
    missing: int
    older: int

    @property
    def percent(self) -> int:
        """What stands there and is up to date."""
        return round(100 * (self.of - self.missing - self.older) / self.of) if self.of else 100

    @property
    def whole(self) -> bool:
        return not self.missing and not self.older


def drafts_of(space: Space) -> list[PackageDraft]:
    """The newest first."""
    return list(PackageDraft.objects.in_space(space).select_related("by").order_by("-at"))


def draft_of(space: Space, key: UUID) -> PackageDraft | None:
    return PackageDraft.objects.in_space(space).select_related("package").filter(pk=key).first()


def modules_of(draft: PackageDraft) -> list[DraftModule]:
    """Modules with their pages, and pages with their blocks, that are in: `live_pages`, `live_blocks`."""
    blocks = DraftBlock.objects.in_space(draft.space).filter(removal=None)
    pages = DraftPage.objects.in_space(draft.space).filter(removal=None).prefetch_related(
        Prefetch("blocks", blocks, to_attr="live_blocks")
    )  # fmt: skip
    modules = draft.modules.filter(removal=None)
    return list(modules.prefetch_related(Prefetch("pages", pages, to_attr="live_pages")))


def page_of(draft: PackageDraft, key: UUID) -> DraftPage | None:
    return draft.pages.filter(pk=key).select_related("module", "draft").first()


def blocks_on(page: DraftPage) -> list[DraftBlock]:
    """What is in, in order."""
    return list(page.blocks.filter(removal=None))


def removed_from(page: DraftPage) -> list[DraftBlock]:
    """What was taken out, the latest first."""
    return list(page.blocks.exclude(removal=None).order_by("-removal__at"))


def removed_parts(draft: PackageDraft) -> list[DraftModule | DraftPage]:
    """Modules and pages that were taken out."""
    return [*draft.modules.exclude(removal=None), *draft.pages.exclude(removal=None)]


def pages_in(modules: Iterable[DraftModule]) -> list[DraftPage]:
    return [page for module in modules for page in getattr(module, "live_pages", [])]


def coverage_of(texts: Iterable[Text]) -> list[Coverage]:
    """For each language, how many of the texts lack it or have it from before their source was changed."""
    said = [text for text in texts if text]
    return [
        Coverage(
            language,
            len(said),
            sum(text.status(language.value) == Status.MISSING for text in said),
            sum(text.status(language.value) == Status.OLDER for text in said),
        )
        for language in BOTH
    ]


def texts_on(page: DraftPage, blocks: Sequence[DraftBlock]) -> list[Text]:
    """What should stand in both languages."""
    return [page.title, *(block.text for block in blocks if not block.shared)]


def trees_of(block: DraftBlock) -> tuple[Block, ...]:
    """What was typed, as blocks: bokmål, then nynorsk."""
    kept = block.kept_blocks
    return tuple(
        made
        for language in block.languages
        for made in blocks_of(block.text.entries.get("nb" if block.shared else language.value, ""), language, kept)
    )


def title_of(text: Text) -> Title:
    """A title as a package has it."""
    entries = {Language(code): words for code, words in text.entries.items() if code in set(Language)}
    raw = " |".join(f"{language}: {words}" for language, words in entries.items())
    return Title(raw, entries)


def checked(page: DraftPage, blocks: Sequence[DraftBlock]) -> Checked:
    """A page ready to be looked through."""
    pieces = tuple(Piece(str(block.pk), trees_of(block), *_lagging(block)) for block in blocks)
    return Checked(str(page.pk), title_of(page.title), pieces)


def findings_in(draft: PackageDraft, modules: Sequence[DraftModule]) -> list[Finding]:
    """What somebody should look at in the whole of it."""
    pages = pages_in(modules)
    looked = [checked(page, page.live_blocks) for page in pages]  # type: ignore[attr-defined]  # prefetched
    return findings(looked, {page.identity for page in pages}, set(draft.files.values_list("name", flat=True)))


def _lagging(block: DraftBlock) -> tuple[tuple[Language, ...], tuple[Language, ...]]:
    if block.shared or not block.text:
        return (), ()
    stands = {language: block.text.status(language.value) for language in BOTH}
    return tuple(
        tuple(language for language in BOTH if stands[language] == status) for status in (Status.MISSING, Status.OLDER)
    )  # type: ignore[return-value]  # two of them
