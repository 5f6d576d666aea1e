"""What the needs station gives the whole."""

from django.utils.translation import gettext_lazy as _

from sloyfe.access.policy import Can
from sloyfe.cycle.needs.queries import gate, thread, turns
from sloyfe.cycle.partnership.contract import Retention, Stage, Station

FIVE_YEARS = _("Fem år etter at runden er avsluttet")
ONE_ROUND = _("Så lenge runden varer")

STATION = Station(
    name="needs",
    title=_("Behov"),
    stage=Stage.BUILD,
    url_name="needs:overview",
    see=Can.NEED_SEE,
    glance=turns.glance,
    checks=gate.checks,
    came_from=thread.came_from,
    came_of=thread.came_of,
    retention=(
        Retention("needs.Finding", FIVE_YEARS, _("Funnene viser hva behovene bygde på, og leses igjen i neste runde.")),
        Retention("needs.Need", FIVE_YEARS, _("Behovene er grunnlaget for planen.")),
        Retention("needs.PartnerComment", FIVE_YEARS, _("Viser hva kompetansepartneren visste da planen ble laget.")),
        Retention("needs.CollectiveProcess", FIVE_YEARS, _("Referatet viser at personalet ble hørt, uten navn.")),
        Retention("needs.Giving", ONE_ROUND, _("Hvem som ga hvilke poeng, trengs bare til rekkefølgen er bestemt.")),
        Retention("needs.Decision", FIVE_YEARS, _("Viser hvem som bestemte rekkefølgen, og hvorfor.")),
        Retention("needs.NeedsReport", FIVE_YEARS, _("Behovsmeldingen er et arkivdokument hos eieren som sendte den.")),
    ),
)
