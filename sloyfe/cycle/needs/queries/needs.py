"""Reads about needs: a unit's, the network's, and how far each unit has come."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Prefetch
from django.urls import reverse

from sloyfe.access.models import Space
from sloyfe.access.policy import Can
from sloyfe.access.scoping import ScopedQuerySet
from sloyfe.access.visit import Visit
from sloyfe.cycle.needs.models import CollectiveProcess, Finding, Merge, Need, OwnerPriority
from sloyfe.cycle.partnership import queries as partnership
from sloyfe.cycle.partnership.models import Party, PartyRole, Round


@dataclass(frozen=True)
class Worded:
    """How a need stands: whose it is, whether its leader confirmed it, and whether its merge waits for an answer."""

    place: UUID | None
    confirmed: bool
    waits: bool


@dataclass(frozen=True)
class UnitStatus:
    """How far a unit has come; there is no address where the visitor does not see into it."""

    party: Party
    url: str = ""
    worded: int = 0
    confirmed: int = 0
    met: bool = False
    unanswered: int = 0

    @property
    def shared(self) -> bool:
        """Whether the visitor sees into it."""
        return bool(self.url)

    @property
    def state(self) -> str:
        """The word of `components/status_tag.html`."""
        if not self.shared:
            return "stopped"
        if self.worded and self.confirmed == self.worded and not self.unanswered:
            return "done"
        return "under_way" if self.worded or self.met else "not_started"


def units(space: Space) -> list[Party]:
    """The units that take part."""
    return partnership.parties(space, PartyRole.UNIT)


def unit_places(space: Space) -> list[Space]:
    """The places of owners, units and partners, with their openings."""
    places = with_openings(space, partnership.parties(space)).values()
    return sorted((place for place in places if place.pk != space.pk), key=lambda place: place.title)


def with_openings(space: Space, parties: list[Party]) -> dict[UUID, Space]:
    """The places of these parties, each knowing whether it has opened."""
    rows = Space.objects.filter(pk__in=[party.place_id for party in parties], path__startswith=space.path)
    return {place.pk: place for place in rows.select_related("opening")}


def needs_of(place: Space, this_round: Round) -> list[Need]:
    """A unit's needs in a round, in the order they were worded."""
    return list(_rows(this_round.space).filter(round=this_round, place=place).order_by("worded_at"))


def need_of(place: Space, space: Space, key: UUID) -> Need | None:
    """One need of a unit."""
    return _rows(space).filter(place=place, pk=key).first()


def network_needs(this_round: Round) -> list[Need]:
    """The needs that the network shares."""
    return list(_with_parts(_rows(this_round.space).filter(round=this_round, place=None)).order_by("worded_at"))


def shared(this_round: Round) -> ScopedQuerySet[Need]:
    """The same, to be asked how many there are."""
    return Need.objects.in_space(this_round.space).filter(round=this_round, place=None)


def network_need(space: Space, key: UUID) -> Need | None:
    """One network need."""
    return _with_parts(_rows(space).filter(place=None, pk=key)).first()


def unmerged(visit: Visit, this_round: Round) -> list[Need]:
    """Unit needs that are not part of a network need yet, as far as this person sees into the units."""
    rows = _rows(this_round.space).filter(round=this_round, place__isnull=False, merge=None)
    seen = [need for need in rows if need.place and visit.may(Can.NEED_SEE, need.place)]
    return sorted(seen, key=lambda need: (need.theme, need.place.title if need.place else ""))


def evidence_of(need: Need) -> list[Finding]:
    """What a need builds on; a network need builds on what its parts build on."""
    needs = [need.pk, *need.parts.values_list("part_id", flat=True)]
    rows = Finding.objects.in_space(need.space).filter(backs__need__in=needs).distinct()
    return list(rows.select_related("imported", "place__opening").order_by("kind", "recorded_at"))


def owner_priorities(space: Space) -> list[OwnerPriority]:
    """What the owners have already decided to work on."""
    rows = OwnerPriority.objects.in_space(space).select_related("place")
    return sorted(rows, key=lambda each: (each.place.title, str(each.title)))


def worded(this_round: Round) -> list[Worded]:
    """How each need of a round stands, in one statement: a row for each of its confirmations and answers."""
    rows = list(
        Need.objects.in_space(this_round.space)
        .filter(round=this_round)
        .values_list(
            "pk",
            "place_id",
            "version",
            "confirmations__wording_version",
            "merge__into__version",
            "merge__answers__wording_version",
        )
    )
    confirmed = {pk for pk, _place, version, confirmation, _into, _answer in rows if confirmation == version}
    merged = {pk for pk, _place, _version, _confirmation, into, _answer in rows if into}
    answered = {pk for pk, _place, _version, _confirmation, into, answer in rows if answer == into}
    places = {row[0]: row[1] for row in rows}
    return [Worded(place, pk in confirmed, pk in merged - answered) for pk, place in places.items()]


def unit_statuses(visit: Visit, this_round: Round, needs: Collection[Worded]) -> list[UnitStatus]:
    """Each unit by name, never in an order of merit; the closed ones are counted as not shared."""
    worded = Counter(need.place for need in needs)
    confirmed = Counter(need.place for need in needs if need.confirmed)
    waiting = Counter(need.place for need in needs if need.waits)
    met = set(CollectiveProcess.objects.in_space(visit.space).filter(round=this_round).values_list("place", flat=True))
    statuses = []
    for party in units(visit.space):
        key = party.place_id
        if not visit.may(Can.NEED_SEE, party.place):
            statuses.append(UnitStatus(party))
            continue
        url = reverse("needs:unit_needs", args=[visit.space.slug, key])
        statuses.append(UnitStatus(party, url, worded[key], confirmed[key], key in met, waiting[key]))
    return statuses


def waiting_merges(this_round: Round, place: Space) -> list[Merge]:
    """Merges of a unit that has not said whether it finds its need in the network's words."""
    rows = Merge.objects.filter(into__space=this_round.space_id, into__round=this_round, part__place=place)
    rows = rows.select_related("into", "part__place").prefetch_related("answers")
    return [merge for merge in rows if merge.state == "waiting"]


def _rows(space: Space) -> ScopedQuerySet[Need]:
    rows = Need.objects.in_space(space).select_related("place__opening", "worded_by", "merge__into", "priority")
    return rows.prefetch_related("confirmations")


def _with_parts(rows: ScopedQuerySet[Need]) -> ScopedQuerySet[Need]:
    parts = Merge.objects.select_related("part__place__opening", "into").prefetch_related("answers")
    return rows.prefetch_related(Prefetch("parts", parts.order_by("at")), "ties__owner_priority__place", "comments__by")
