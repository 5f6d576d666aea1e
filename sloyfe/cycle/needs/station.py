"""What the needs station gives the whole."""

from django.utils.translation import gettext_lazy as _

from sloyfe.cycle.needs.queries import gate, overview, thread, turns
from sloyfe.cycle.partnership.contract import Stage, Station

WHOLE_STORY = _("Så lenge partnerskapet varer, fordi runden bygger på den forrige.")

STATION = Station(
    name="needs",
    title=_("Behov"),
    stage=Stage.BUILD,
    url_name="needs:overview",
    summary=overview.summary,
    turns=turns.turns,
    checks=gate.checks,
    came_from=thread.came_from,
    came_of=thread.came_of,
    retention=(),
)
