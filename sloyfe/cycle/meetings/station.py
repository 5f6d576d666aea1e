"""What the meetings station gives the whole."""

from django.utils.translation import gettext_lazy as _

from sloyfe.access.policy import Can
from sloyfe.cycle.meetings.queries.turns import events, glance
from sloyfe.cycle.partnership.contract import Retention, Stage, Station

FIVE_YEARS = _("Fem år etter at runden er avsluttet")

STATION = Station(
    name="meetings",
    title=_("Møter"),
    stage=Stage.LEARN,
    url_name="meetings:meetings",
    see=Can.MEETING_SEE,
    glance=glance,
    events=events,
    retention=(
        Retention(
            "meetings.Meeting", FIVE_YEARS, _("Møtene viser hvordan runden ble til, og neste runde bygger på dem.")
        ),
        Retention("meetings.MeetingPhase", FIVE_YEARS, _("Gangen i et møte følger møtet.")),
        Retention("meetings.Omission", FIVE_YEARS, _("Gangen i et møte følger møtet.")),
        Retention("meetings.Cancellation", FIVE_YEARS, _("Et avlyst møte er også en del av runden.")),
        Retention("meetings.Holding", FIVE_YEARS, _("Hvor mange som var med, og hva det kom til, uten navn.")),
    ),
)
