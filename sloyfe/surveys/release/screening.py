"""Free texts on their way out: somebody reads each one before anybody else does."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from sloyfe.people.models import Person
from sloyfe.surveys.models import ReleaseText, Ruling, Wave


def to_screen(wave: Wave) -> list[ReleaseText]:
    """Every text of a wave with its ruling if it has one; those that wait come first."""
    rows = ReleaseText.objects.filter(release__wave=wave).select_related("ruling", "item_version__item")
    return sorted(rows, key=lambda row: (hasattr(row, "ruling"), row.item_version.item.position or 0, row.pk))


def rule_text(text: ReleaseText, *, passed: bool, by: Person, at: datetime) -> Ruling:
    """Let a text pass, or hold it back; a later reading replaces an earlier one."""
    told = {"passed": passed, "by": by, "at": at}
    ruling, _made = Ruling.objects.update_or_create(text=text, defaults=told)
    return ruling


def forget_texts(waves: Sequence[UUID]) -> None:
    """Delete the texts that never passed."""
    kept = Q(ruling__passed=True)
    ReleaseText.objects.filter(release__wave_id__in=waves).exclude(kept).delete()
