"""The log of what was done, written by actions."""

from datetime import datetime

from django.db.models import Model

from sloyfe.access.models import AuditEvent, Space
from sloyfe.people.models import Person


def record(*, act: str, about: Model, by: Person | None, at: datetime, space: Space | None) -> None:
    """Note an act; the row's kind and key, never what it says."""
    AuditEvent.objects.create(act=act, about=about._meta.label, about_key=str(about.pk), by=by, at=at, space=space)
