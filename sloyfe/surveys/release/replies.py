"""The one place that reads answers: anonymous ones, and those that leaders gave by name."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sloyfe.surveys.models import Wave
from sloyfe.surveys.models.answers import Answer
from sloyfe.surveys.sheet import Sheet


@dataclass(frozen=True)
class Reply:
    """What one response says to one item."""

    response: UUID
    version: str
    place: UUID
    group: str
    value: Any


def replies(wave: Wave) -> list[Reply]:
    """Every reply of a wave, in no order that means anything."""
    return _anonymous(wave) if wave.is_anonymous else _named(wave)


def _anonymous(wave: Wave) -> list[Reply]:
    columns = ("response", "item_version_id", "place_id", "role_group", "value")
    rows = Answer.objects.filter(wave=wave).values_list(*columns)
    return [Reply(response, str(version), place, group, value) for response, version, place, group, value in rows]


def _named(wave: Wave) -> list[Reply]:
    if wave.edition is None:
        return []
    versions = {question.key: question.version for question in Sheet.from_json(wave.edition.sheet).questions}
    return [
        Reply(row.pk, versions[key], row.place_id, "", value)
        for row in wave.named_responses.all()
        for key, value in row.values.items()
    ]
