"""My turn now, and the round at a glance: asks each station for its part."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from sloyfe.access import queries as access
from sloyfe.access.can import can
from sloyfe.access.models import Operator, Space
from sloyfe.access.policy import Can
from sloyfe.access.visit import Visit
from sloyfe.cycle.partnership import queries as partnership
from sloyfe.cycle.partnership.contract import Glance, Reading, Stage, State, Turn
from sloyfe.cycle.partnership.queries import gate
from sloyfe.cycle.partnership.queries.reading import reading
from sloyfe.kit.refusal import Sentence
from sloyfe.people.doors import everyone, signed_in_person
from sloyfe.people.models import Person
from sloyfe.site.context import address
from sloyfe.site.stations import BUILT, STATIONS, Coming


@dataclass(frozen=True)
class StationAtAGlance:
    """One station of the drawn circle."""

    name: str
    title: Sentence
    stage: Stage
    state: State
    line: Sentence
    url: str | None


@dataclass(frozen=True)
class PartnershipAtAGlance:
    """One partnership on a person's start page."""

    space: Space
    now: Reading
    url: str
    stations: list[StationAtAGlance]
    turns: list[Turn]


@everyone
def start(request: HttpRequest) -> HttpResponse:
    """The front page: my turn now for people with an account, a welcome for others."""
    person = signed_in_person(request)
    if person is None:
        return render(request, "site/welcome.html")
    return render(request, "site/start.html", start_page(person))


@can(Can.ROUND_SEE)
def round_at_a_glance(request: HttpRequest, visit: Visit) -> HttpResponse:
    """The round of one partnership, drawn as a circle."""
    seen = glance(visit)
    turns = sorted(seen.turns, key=lambda turn: (turn.due or date.max, turn.weight))
    early = gate.override_of(seen.now.start)
    return render(request, "site/round.html", {"glance": seen, "turns": turns, "override": early})


def start_page(person: Person) -> dict[str, object]:
    """Across all partnerships: what waits for this person, and how far each round has come."""
    glances = [glance(visit) for visit in access.spaces_of(person, on=timezone.localdate())]
    several = len(glances) > 1
    turns = [(turn, each.space.title if several else "") for each in glances for turn in each.turns]
    turns.sort(key=lambda pair: (pair[0].due or date.max, pair[0].weight))
    return {
        "glances": glances,
        "turns": [{"title": turn.title, "url": turn.url, "due": turn.due, "place": place} for turn, place in turns],
        "is_operator": Operator.objects.filter(person=person).exists(),
    }


def glance(visit: Visit) -> PartnershipAtAGlance:
    """One partnership: its stations and what waits for this person."""
    now = reading(partnership.current_round(visit.space))
    seen = {station.name: station.glance(now, visit) for station in BUILT}
    turns = [turn for each in seen.values() for turn in each.turns]
    url = reverse("site:round", args=[visit.space.slug])
    return PartnershipAtAGlance(visit.space, now, url, stations_of(visit, seen), turns)


def stations_of(visit: Visit, seen: Mapping[str, Glance]) -> list[StationAtAGlance]:
    """Each station's state and line in this round."""
    found = []
    for station in STATIONS:
        if isinstance(station, Coming):
            found.append(StationAtAGlance(station.name, station.title, station.stage, State.COMING, "", None))
            continue
        summary = seen[station.name].summary
        url = address(station, visit)
        found.append(StationAtAGlance(station.name, station.title, station.stage, summary.state, summary.line, url))
    return found
