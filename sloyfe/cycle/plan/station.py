"""What the plan gives the whole."""

from django.utils.translation import gettext_lazy as _

from sloyfe.access.policy import Can
from sloyfe.cycle.partnership.contract import Retention, Stage, Station
from sloyfe.cycle.plan.queries.links import came_from, came_of
from sloyfe.cycle.plan.queries.progress import checks, events, glance

FIVE_YEARS = _("Fem år etter at runden er avsluttet")
ARCHIVED = _("Planer er arkivdokumenter hos hver offentlig eier, og neste runde bygger på dem.")

STATION = Station(
    name="plan",
    title=_("Plan"),
    stage=Stage.BUILD,
    url_name="plan:overview",
    see=Can.PLAN_SEE,
    glance=glance,
    checks=checks,
    events=events,
    came_from=came_from,
    came_of=came_of,
    retention=(
        Retention("plan.OwnerPlan", FIVE_YEARS, ARCHIVED),
        Retention("plan.UnitPlan", FIVE_YEARS, ARCHIVED),
        Retention("plan.Goal", FIVE_YEARS, _("Målene blir sammenlignet med det som ble oppnådd.")),
        Retention("plan.Measure", FIVE_YEARS, ARCHIVED),
        Retention("plan.Indicator", FIVE_YEARS, _("Et spørsmål kan bare sammenlignes med seg selv.")),
        Retention(
            "plan.DevelopmentGroupMember",
            _("Så lenge runden varer"),
            _("Navn i utviklingsgruppa trengs bare mens gruppa arbeider."),
        ),
        Retention("plan.OwnerTemplate", _("Til eier tar den bort"), _("Malen gir dokumentene utseende.")),
    ),
)
