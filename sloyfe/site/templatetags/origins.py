"""Where a row came from and where it may lead, for the pages of earlier stations, which do not know the later ones."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django import template
from django.template.context import Context

from sloyfe.access.visit import Visit
from sloyfe.cycle.partnership.contract import Origin
from sloyfe.site.stations import onward as onward_of
from sloyfe.site.stations import origins

register = template.Library()


@register.simple_tag(takes_context=True)
def origins_of(context: Context, rows: Iterable[Any]) -> Mapping[UUID, Origin]:
    """Of all rows on a page at once: `{% origins_of rows as found %}`."""
    visit: Visit | None = context.get("visit")
    keys = [row.pk for row in rows]
    return origins(keys, visit) if visit and keys else {}


@register.inclusion_tag("components/origin.html", takes_context=True)
def origin(context: Context, row: Any, known: Mapping[UUID, Origin] | None = None) -> dict[str, object]:
    """A line that says where the row came from; nothing where that is not known."""
    found = origins_of(context, [row]) if known is None else known
    return {"origin": found.get(row.pk)}


@register.inclusion_tag("components/onward.html", takes_context=True)
def onward(context: Context, row: UUID) -> dict[str, object]:
    """What may be begun from the row with this key, and what was."""
    visit: Visit | None = context.get("visit")
    return {"found": onward_of(row, visit) if visit else []}
