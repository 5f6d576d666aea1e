"""What the partnership gives the whole."""

from django.utils.translation import gettext_lazy as _

from sloyfe.cycle.partnership.contract import Retention, Stage, Station
from sloyfe.cycle.partnership.queries.checks import checks
from sloyfe.cycle.partnership.queries.standing import events, summary, turns

FIVE_YEARS = _("Fem år etter at runden er avsluttet")

STATION = Station(
    name="partnership",
    title=_("Partnerskap"),
    stage=Stage.BUILD,
    url_name="partnership:parties",
    summary=summary,
    turns=turns,
    checks=checks,
    events=events,
    retention=(
        Retention("partnership.Agreement", FIVE_YEARS, _("Avtalen er et arkivdokument hos hver offentlig part.")),
        Retention("partnership.Signature", FIVE_YEARS, _("Viser hvem som forpliktet hver part.")),
        Retention("partnership.Involvement", FIVE_YEARS, _("Viser at tillitsvalgte og verneombud har vært med.")),
        Retention(
            "partnership.Invitation",
            _("Seks måneder etter at invitasjonen er brukt eller gått ut"),
            _("Invitasjonen trengs bare til noen har svart."),
        ),
        Retention("partnership.Task", _("Så lenge runden varer"), _("Oppgaver hører til arbeidet i runden.")),
    ),
)
