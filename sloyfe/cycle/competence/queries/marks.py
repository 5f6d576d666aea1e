"""Marks of what somebody saw, to be sent back with what they decide about it."""

from hashlib import blake2b

from sloyfe.cycle.competence.adaptation.changes import Change, value
from sloyfe.cycle.competence.adaptation.conflicts import Conflict
from sloyfe.cycle.competence.queries.adapting import key_of


def mark_of(said: object) -> str:
    """A short mark of what somebody saw, so that a decision about something else is noticed."""
    return blake2b(repr(said).encode(), digest_size=12).hexdigest()


def pick_of(change: Change[str]) -> str:
    """A change by its element, its regard, and what it was seen to be."""
    return f"{key_of(change.identity)}.{change.facet.value}.{mark_of(value(change.new, change.facet))}"


def pick_of_conflict(conflict: Conflict) -> str:
    """A conflict by its element, its regard, its kind, and what its other side was seen to be."""
    return f"{key_of(conflict.identity)}.{conflict.facet.value}.{conflict.clash.value}.{mark_of(conflict.theirs)}"
