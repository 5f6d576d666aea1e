"""What the reader is told after saving."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest

from sloyfe.cycle.needs.views import notes
from sloyfe.kit.text import Text


def saved(request: HttpRequest, sentence: str, said: Mapping[str, Any]) -> None:
    """Say that it was saved, and warn where the words may point at one person."""
    notes.saved(request, sentence, *(each for each in said.values() if isinstance(each, Text)))
