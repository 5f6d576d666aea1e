"""What the base page needs on every page; asks the database nothing."""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from sloyfe.access.visit import Visit
from sloyfe.cycle.partnership.contract import Stage, Station
from sloyfe.kit.refusal import Sentence
from sloyfe.site.stations import STATIONS, Coming


@dataclass(frozen=True)
class MenuItem:
    """A station in the menu; one that is not built yet has no address."""

    name: str
    title: Sentence
    stage: Stage
    url: str | None
    is_current: bool


def page(request: HttpRequest) -> dict[str, object]:
    """The visit (None outside a partnership), the menu, and whether this is the demo."""
    visit: Visit | None = getattr(request, "visit", None)
    return {
        "visit": visit,
        "stations": _menu(visit, _station_of(request)) if visit else None,
        "is_demo": settings.DEMO,
        "languages": settings.LANGUAGES,
    }


def _menu(visit: Visit, current: str) -> list[MenuItem]:
    return [
        MenuItem(
            station.name,
            station.title,
            station.stage,
            address(station, visit),
            is_current=station.name == current,
        )
        for station in STATIONS
    ]


def address(station: Station | Coming, visit: Visit) -> str | None:
    """Where a station is; none while it is not built, or for those who may not see it."""
    if isinstance(station, Coming) or not visit.may(station.see):
        return None
    return reverse(station.url_name, args=[visit.space.slug])


def _station_of(request: HttpRequest) -> str:
    """The station whose page this is; surveys are asked and read as part of the needs."""
    match = request.resolver_match
    space = match.namespaces[0] if match and match.namespaces else ""
    return "needs" if space == "surveys" else space
