"""What the networks station gives the whole."""

from django.utils.translation import gettext_lazy as _

from sloyfe.access.policy import Can
from sloyfe.cycle.networks.queries.turns import came_from, came_of, glance
from sloyfe.cycle.partnership.contract import Retention, Stage, Station

FIVE_YEARS = _("Fem år etter at runden er avsluttet")
STATES = _("Hvor langt det kom, følger mellomarbeidet.")

STATION = Station(
    name="networks",
    title=_("Nettverk"),
    stage=Stage.BUILD,
    url_name="networks:overview",
    see=Can.BETWEEN_SEE,
    glance=glance,
    came_from=came_from,
    came_of=came_of,
    retention=(
        Retention("networks.BetweenWork", FIVE_YEARS, _("Det enhetene prøvde, er det neste samling bygger på.")),
        Retention("networks.BetweenBeginning", FIVE_YEARS, STATES),
        Retention("networks.BetweenCompletion", FIVE_YEARS, STATES),
        Retention("networks.BetweenReturn", FIVE_YEARS, STATES),
        Retention("networks.BetweenRemoval", FIVE_YEARS, STATES),
    ),
)
