"""What the partnership gives the whole."""

from django.utils.translation import gettext_lazy as _

from sloyfe.access.policy import Can
from sloyfe.cycle.partnership.contract import Retention, Stage, Station
from sloyfe.cycle.partnership.queries.checks import checks
from sloyfe.cycle.partnership.queries.standing import events, glance

FIVE_YEARS = _("Fem år etter at runden er avsluttet")

A_ROUND = _("Så lenge runden varer")
WHO = _("Viser hvem som samarbeidet, og når.")
AGREED = _("Avtalen er et arkivdokument hos hver offentlig part.")
STARTED = _("Viser hvorfor og når partene begynte.")
WORK = _("Hører til arbeidet i runden. Det som er viktig, står i avtalen.")
KEPT_FIVE_YEARS = (
    ("Partnership", WHO),
    ("Party", WHO),
    ("Round", WHO),
    ("PartnerConfirmation", WHO),
    ("Agreement", AGREED),
    ("Section", AGREED),
    ("AgreementVersion", AGREED),
    ("Amendment", AGREED),
    ("Signature", _("Viser hvem som forpliktet hver part.")),
    ("Involvement", _("Viser at tillitsvalgte og verneombud har vært med.")),
    ("Start", STARTED),
    ("Override", STARTED),
)
KEPT_FOR_THE_ROUND = (
    ("Expectation", WORK),
    ("ExpectationAgreed", WORK),
    ("Task", WORK),
    ("TaskDone", WORK),
    ("YearWheelDate", WORK),
    ("UnitTime", WORK),
    ("ReadinessAnswer", WORK),
    ("SeatArea", WORK),
)
INVITED = _("Seks måneder etter at invitasjonen er brukt eller gått ut")

STATION = Station(
    name="partnership",
    title=_("Partnerskap"),
    stage=Stage.BUILD,
    url_name="partnership:parties",
    see=Can.PARTY_SEE,
    glance=glance,
    checks=checks,
    events=events,
    retention=(
        *(Retention(f"partnership.{name}", FIVE_YEARS, why) for name, why in KEPT_FIVE_YEARS),
        *(
            Retention(f"partnership.{name}", INVITED, _("Invitasjonen trengs bare til noen har svart."))
            for name in ("Invitation", "Acceptance", "Withdrawal")
        ),
        *(Retention(f"partnership.{name}", A_ROUND, why) for name, why in KEPT_FOR_THE_ROUND),
    ),
)
