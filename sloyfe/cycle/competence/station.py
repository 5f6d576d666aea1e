"""What the competence station gives the whole."""

from django.utils.translation import gettext_lazy as _

from sloyfe.access.policy import Can
from sloyfe.cycle.competence.queries.turns import glance
from sloyfe.cycle.partnership.contract import Retention, Stage, Station

FIVE_YEARS = _("Fem år etter at runden er avsluttet")
VERSIONS = _("Pakkene er fagstoff uten opplysninger om folk. Eldre utgaver viser hva som er endret.")
FOLLOWS = _("Følger utgaven av pakken.")
RUNS = _("Hvem som leste inn hva, og hvordan det gikk. Fila slettes fra innlesingen med det samme den er lest.")

STATION = Station(
    name="competence",
    title=_("Kompetanse"),
    stage=Stage.LEARN,
    url_name="competence:packages",
    see=Can.PACKAGE_SEE,
    glance=glance,
    retention=(
        Retention("competence.Package", FIVE_YEARS, VERSIONS),
        Retention("competence.PackageVersion", FIVE_YEARS, VERSIONS),
        Retention("competence.Module", FIVE_YEARS, FOLLOWS),
        Retention("competence.Page", FIVE_YEARS, FOLLOWS),
        Retention("competence.Asset", FIVE_YEARS, FOLLOWS),
        Retention("competence.PackageImport", FIVE_YEARS, RUNS),
        Retention("competence.ImportCancelled", FIVE_YEARS, RUNS),
        Retention("competence.ImportFinished", FIVE_YEARS, RUNS),
        Retention("competence.ImportRefused", FIVE_YEARS, RUNS),
    ),
)
