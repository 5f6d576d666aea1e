"""What views ask before they act: does the row exist here, and may this person touch it."""

from typing import TypeVar

from django.core.exceptions import PermissionDenied
from django.http import Http404

T = TypeVar("T")


def found(row: T | None) -> T:
    """The row, or a page that does not exist."""
    if row is None:
        raise Http404
    return row


def demand(allowed: bool) -> None:
    """Inside the space, but not this."""
    if not allowed:
        raise PermissionDenied
