"""The nine stations in the order it happens; the one explicit list."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from sloyfe.access.visit import Visit
from sloyfe.cycle.competence.station import STATION as COMPETENCE
from sloyfe.cycle.meetings.station import STATION as MEETINGS
from sloyfe.cycle.needs.station import STATION as NEEDS
from sloyfe.cycle.networks.station import STATION as NETWORKS
from sloyfe.cycle.partnership.contract import Check, Onward, Origin, Reading, Stage, Station
from sloyfe.cycle.partnership.station import STATION as PARTNERSHIP
from sloyfe.cycle.plan.station import STATION as PLAN
from sloyfe.kit.refusal import Sentence


@dataclass(frozen=True)
class Coming:
    """A station that is not built yet; shown muted, never as a link."""

    name: str
    title: Sentence
    stage: Stage


STATIONS: tuple[Station | Coming, ...] = (
    PARTNERSHIP,
    NEEDS,
    PLAN,
    NETWORKS,
    COMPETENCE,
    MEETINGS,
    Coming("loops", _("Sløyfer"), Stage.LEARN),
    Coming("sharing", _("Deling"), Stage.SHARE),
    Coming("evaluation", _("Evaluering"), Stage.GROW),
)
BUILT: tuple[Station, ...] = tuple(station for station in STATIONS if isinstance(station, Station))


def origins(rows: Collection[UUID], visit: Visit) -> dict[UUID, Origin]:
    """Where each of these rows came from, as far as any station knows and this person may see."""
    return {key: origin for station in BUILT for key, origin in station.origins(rows, visit).items()}


def onward(row: UUID, visit: Visit) -> list[Onward]:
    """What any station lets this person begin from a row, and what was begun from it."""
    return [found for station in BUILT if (found := station.onward(row, visit))]


def checks(now: Reading) -> list[Check]:
    """What every station asks before the start, in the order it happens."""
    return [check for station in BUILT for check in station.checks(now)]
