"""What is typed in a draft: saved where nobody else was first, so that nothing that was typed is lost."""

from datetime import datetime
from pathlib import PurePosixPath
from re import sub

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from sloyfe.access import audit
from sloyfe.cycle.competence.markup.tree import Language
from sloyfe.cycle.competence.models import DraftBlock, DraftFile, DraftModule, DraftPage, PackageDraft
from sloyfe.cycle.competence.writing import blocks_of, keeps_whole, written
from sloyfe.kit.refusal import Refusal
from sloyfe.kit.rows import save_version
from sloyfe.kit.text import Text
from sloyfe.people.models import Person

LARGEST, MOST_IN_ALL = 5_000_000, 25_000_000
STARTS = {
    ".png": (b"\x89PNG\r\n",), ".jpg": (b"\xff\xd8\xff",), ".jpeg": (b"\xff\xd8\xff",), ".gif": (b"GIF8",),
    ".webp": (b"RIFF",), ".pdf": (b"%PDF-",), ".docx": (b"PK",), ".xlsx": (b"PK",), ".pptx": (b"PK",),
    ".odt": (b"PK",), ".ods": (b"PK",), ".odp": (b"PK",), ".txt": (b"",), ".csv": (b"",), ".mp3": (b"ID3", b"\xff"),
}  # fmt: skip
PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".webp")


class FileRefused(Refusal):
    sentence = _(
        "Vi tar imot bilder (PNG, JPEG, GIF, WebP), PDF, kontordokumenter, ren tekst og MP3. Fila er noe annet."
    )
    status = 422


class FileTooLarge(Refusal):
    sentence = _("Fila er større enn 5 MB, eller filene i utkastet blir større enn 25 MB til sammen.")
    status = 422


class AltMissing(Refusal):
    sentence = _("Skriv hva bildet viser, på bokmål og nynorsk, eller si at det bare er til pynt.")
    status = 422


def entitle(row: PackageDraft | DraftModule, title: Text, *, version: int, **facts: str) -> None:
    """A title as it was typed, on top of the one that was seen."""
    changed = row.title.rewritten(title)
    if changed != row.title or any(getattr(row, name) != value for name, value in facts.items()):
        save_version(row, version=version, title=changed, **facts)


def describe(page: DraftPage, title: Text, *, version: int, kind: str, readers: str, minutes: int | None) -> None:
    """What a page is called, what it is, for whom, and how long it takes."""
    facts = {"title": page.title.rewritten(title), "kind": kind, "readers": readers, "minutes": minutes}
    if any(getattr(page, name) != value for name, value in facts.items()):
        save_version(page, version=version, **facts)


def word(block: DraftBlock, text: Text, *, version: int) -> bool:
    """Save what was typed; says whether anything was changed."""
    changed = block.text.rewritten(text)
    if dict(changed.entries) == dict(block.text.entries):
        return False
    save_version(block, version=version, text=changed)
    return True


def copy_across(block: DraftBlock) -> None:
    """Bokmål as the beginning of a nynorsk text, or the other way; only where there is none."""
    wanted, has = ("nn", "nb") if block.text.entries.get("nb") else ("nb", "nn")
    if block.shared or block.text.entries.get(wanted) or not block.text.entries.get(has):
        return
    words = block.text.entries[has]
    if not keeps_whole(words):
        words = written(blocks_of(words, Language(wanted)), Language(wanted))
    save_version(block, version=block.version, text=block.text.with_(wanted, words))


def still_fits(block: DraftBlock, language: str) -> None:
    """Somebody looked: the translation says what its source says now."""
    words = block.text.entries.get(language, "")
    if words:
        save_version(block, version=block.version, text=block.text.with_(language, words))


@transaction.atomic
def add_file(
    draft: PackageDraft,
    name: str,
    content: bytes,
    *,
    alt: Text,
    decorative: bool,
    licence: str,
    by: Person,
    at: datetime,
) -> DraftFile:
    """A picture or a file to be used on the pages."""
    suffix = PurePosixPath(name).suffix.lower()
    if not content.startswith(STARTS.get(suffix, ())) or not content:
        raise FileRefused
    PackageDraft.objects.in_space(draft.space).select_for_update().get(pk=draft.pk)
    if len(content) > LARGEST or len(content) + sum(draft.files.values_list("size", flat=True)) > MOST_IN_ALL:
        raise FileTooLarge
    if suffix in PICTURES and not decorative and {"nb", "nn"} - set(alt.entries):
        raise AltMissing
    file = DraftFile.objects.create(
        space=draft.space, draft=draft, name=_free_name(draft, name), size=len(content), content=content,
        alt=Text() if decorative else alt, decorative=decorative, licence=licence, by=by, at=at,
    )  # fmt: skip
    audit.record(act="package.file_added", about=file, by=by, at=at, space=draft.space)
    return file


def _free_name(draft: PackageDraft, name: str) -> str:
    """A name that can be typed in a link, and that no other file of the draft has."""
    path = PurePosixPath(name.replace("\\", "/"))
    stem = sub(r"[^\w.-]+", "-", path.stem).strip("-.")[:60] or "fil"
    taken = set(draft.files.values_list("name", flat=True))
    names = (f"{stem}{f'-{number}' if number else ''}{path.suffix.lower()}" for number in range(len(taken) + 1))
    return next(each for each in names if each not in taken)
