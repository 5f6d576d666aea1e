"""The steps of a scale, where it has its own and where it has the usual five."""

from typing import Any

from sloyfe.surveys import content
from sloyfe.surveys.models import Kind
from sloyfe.surveys.models.instruments import Asked


def steps_of(item: Asked) -> list[dict[str, Any]]:
    """The steps as they are asked, as plain JSON; none where it is no scale."""
    if item.kind != Kind.SCALE:
        return []
    return item.steps or [step.to_json() for step in content.scale()]
