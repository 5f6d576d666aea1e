"""What every row shares: a random name, and, where people edit, a version."""

from typing import Any
from uuid import uuid4

from django.db import models
from django.utils.translation import gettext_lazy as _

from sloyfe.kit.refusal import Refusal
from sloyfe.kit.text import Text


class Row(models.Model):
    """A row with a random UUID, the only thing a URL may say about it."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)

    class Meta:
        abstract = True


class Versioned(Row):
    """A row that two people may edit at once."""

    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        abstract = True


class Stale(Refusal):
    """Somebody else saved first; carries both texts so that nothing is lost."""

    sentence = _("Noen andre lagret denne teksten mens du skrev. Se begge, og velg hva som skal stå.")

    def __init__(self, row: Versioned, yours: dict[str, Any]) -> None:
        super().__init__()
        self.row = row
        self.yours = yours
        self.theirs = {name: getattr(row, name) for name in yours}


def save_version(row: Versioned, *, version: int, **changes: Any) -> None:
    """Write the changes if `version` is still the row's version, else raise `Stale` with both texts."""
    model = type(row)
    written = model._base_manager.filter(pk=row.pk, version=version).update(version=version + 1, **changes)  # noqa: SLF001 - the row names itself; no scope is crossed
    if not written:
        row.refresh_from_db()
        if all(_same(getattr(row, name), value) for name, value in changes.items()):
            return
        raise Stale(row, changes)
    for name, value in changes.items():
        setattr(row, name, value)
    row.version = version + 1


def _same(stored: object, sent: object) -> bool:
    if isinstance(stored, Text) and isinstance(sent, Text):
        return dict(stored.entries) == dict(sent.entries)
    return stored == sent
