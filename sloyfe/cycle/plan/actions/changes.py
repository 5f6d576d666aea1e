"""What every act on the plan does with its changes."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sloyfe.kit.rows import Versioned
from sloyfe.kit.text import Text


def rewritten(row: Versioned, changes: Mapping[str, Any]) -> dict[str, Any]:
    """Carry new words into the stored ones, so that an untouched translation is known to be older."""
    return {
        name: getattr(row, name).rewritten(value) if isinstance(value, Text) else value
        for name, value in changes.items()
    }


def topic(round_key: UUID) -> str:
    """What those who watch the plan of a round listen to."""
    return f"plan:{round_key}"
