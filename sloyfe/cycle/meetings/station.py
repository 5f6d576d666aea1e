"""What the meetings station gives the whole: so far a library of methods, open to everybody with a seat."""

from django.utils.translation import gettext_lazy as _

from sloyfe.access.policy import Can
from sloyfe.access.visit import Visit
from sloyfe.cycle.partnership.contract import Glance, Reading, Stage, State, Station, Summary


def glance(_now: Reading, _visit: Visit) -> Glance:
    """No meeting is held in here yet, so no round has come further than another."""
    return Glance(Summary(State.COMING, _("Metodene er klare til bruk i møtene deres")), [])


STATION = Station(
    name="meetings",
    title=_("Møter"),
    stage=Stage.LEARN,
    url_name="meetings:methods",
    see=Can.METHOD_SEE,
    glance=glance,
)
