"""The elements of a meeting with what has been said about each, and what of it stands in an owner's plan."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from uuid import UUID

from sloyfe.access.policy import Can
from sloyfe.access.visit import Visit
from sloyfe.cycle.meetings.models import CommonPoint, Meeting, MeetingDecision, MeetingElement, Point
from sloyfe.cycle.meetings.queries.activities import elements_of
from sloyfe.cycle.meetings.queries.decisions import decisions
from sloyfe.cycle.meetings.queries.outcomes import Became, came_of_options
from sloyfe.cycle.meetings.queries.points import gathered
from sloyfe.cycle.partnership.models import Party, PartyRole
from sloyfe.cycle.partnership.queries.rounds import parties


@dataclass(frozen=True)
class Worked:
    """One element: what tables agree on, what all agree on, what was decided, and what came of it."""

    element: MeetingElement
    points: Sequence[Point]
    common: Sequence[CommonPoint]
    decisions: Sequence[MeetingDecision]
    became: Sequence[Became]

    @property
    def is_agreed(self) -> bool:
        """Whether there is something that a plan could hold."""
        return bool(self.common or self.decisions)


def worked(meeting: Meeting) -> list[Worked]:
    """Every element in order."""
    found, decided, became = gathered(meeting), decisions(meeting), came_of_options(meeting)

    def about(element: MeetingElement) -> Worked:
        common = [each for each in found.common if each.element_id == element.pk]
        settled = [each for each in decided if each.element_id == element.pk]
        came = [one for row in (*common, *settled) for one in became.get(row.pk, ()) if one.outcome.plan_element_id]
        points = [each for each in found.single if each.element_id == element.pk]
        return Worked(element, points, common, settled, came)

    return [about(element) for element in elements_of(meeting)]


def element(meeting: Meeting, key: UUID) -> Worked | None:
    """One of them."""
    return next((each for each in worked(meeting) if each.element.pk == key), None)


def unplaced(meeting: Meeting) -> list[Point]:
    """What tables agree on without having said which element it belongs to."""
    return [point for point in gathered(meeting).single if point.element_id is None]


def known_elements(keys: Collection[UUID | None]) -> set[tuple[UUID, UUID]]:
    """Those of these that there are, each with its meeting."""
    wanted = {key for key in keys if key}
    return set(MeetingElement.objects.filter(pk__in=wanted).values_list("pk", "meeting_id")) if wanted else set()


def owners_to_write_for(visit: Visit, meeting: Meeting) -> list[Party]:
    """The owners whose plan this person writes; those that the meeting was for come first."""
    met = {place.pk for place in meeting.places.all()}
    owners = [each for each in parties(visit.space, PartyRole.OWNER) if visit.may(Can.PLAN_WRITE, each.place)]
    return sorted(owners, key=lambda owner: owner.place_id not in met)
