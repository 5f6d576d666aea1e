"""What the partnership gives the whole."""

from django.utils.translation import gettext_lazy as _

from sloyfe.cycle.partnership import queries
from sloyfe.cycle.partnership.contract import Stage, Station

STATION = Station(
    name="partnership",
    title=_("Partnerskap"),
    stage=Stage.BUILD,
    url_name="partnership:parties",
    summary=queries.summary,
)
