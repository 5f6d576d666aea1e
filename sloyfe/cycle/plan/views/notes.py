"""What the reader is told after saving."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import gettext as _

from sloyfe.kit.hints import looks_like_a_person
from sloyfe.kit.text import Text


def saved(request: HttpRequest, sentence: str, written: Mapping[str, Any]) -> None:
    """Say that it was saved, and warn where the words may point at one person."""
    messages.success(request, sentence)
    words = [word for each in written.values() if isinstance(each, Text) for word in each.entries.values()]
    piece = next(filter(None, map(looks_like_a_person, words)), None)
    if piece:
        warning = _("Se over teksten: «%(piece)s» kan peke på en person. Enkeltbarn hører ikke hjemme i planen.")
        messages.warning(request, warning % {"piece": piece})
