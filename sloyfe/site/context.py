"""What the base page needs on every page."""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from sloyfe.cycle.partnership.contract import Stage
from sloyfe.kit.refusal import Sentence
from sloyfe.site.stations import STATIONS, Coming


@dataclass(frozen=True)
class MenuStation:
    """A station in the menu; no address while it is not built."""

    name: str
    title: Sentence
    stage: Stage
    url: str | None


def page(request: HttpRequest) -> dict[str, object]:
    """The visit (None outside a partnership), its stations for the menu, and whether this is the demo."""
    visit = getattr(request, "visit", None)
    stations = _menu(visit.space.slug) if visit else []
    return {"visit": visit, "stations": stations, "is_demo": settings.DEMO, "languages": settings.LANGUAGES}


def _menu(slug: str) -> list[MenuStation]:
    return [
        MenuStation(
            station.name,
            station.title,
            station.stage,
            None if isinstance(station, Coming) else reverse(station.url_name, args=[slug]),
        )
        for station in STATIONS
    ]
