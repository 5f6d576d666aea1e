"""What views ask before they act: does the row exist here, and may this person touch it."""

from typing import TypeVar

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _

from sloyfe.kit.hints import looks_like_a_person
from sloyfe.kit.text import Text

T = TypeVar("T")


def warn_of_names(request: HttpRequest, *written: Text | str) -> None:
    """A soft word where a free text may point at one person; nothing is stopped."""
    words = (each.entries.values() if isinstance(each, Text) else [each] for each in written)
    pieces = [piece for several in words for word in several if (piece := looks_like_a_person(word))]
    if pieces:
        warning = _(
            "Se over teksten en gang til: «{piece}» kan peke på en person. Navn og enkeltbarn hører ikke hjemme her."
        )
        messages.warning(request, warning.format(piece=pieces[0]))


def found(row: T | None) -> T:
    """The row, or a page that does not exist."""
    if row is None:
        raise Http404
    return row


def demand(allowed: bool) -> None:
    """Inside the space, but not this."""
    if not allowed:
        raise PermissionDenied
