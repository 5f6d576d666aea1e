"""What the competence station gives the whole."""

from django.utils.translation import gettext_lazy as _

from sloyfe.access.policy import Can
from sloyfe.cycle.competence.queries.turns import glance
from sloyfe.cycle.partnership.contract import Retention, Stage, Station

FIVE_YEARS = _("Fem år etter at runden er avsluttet")
VERSIONS = _("Pakkene er fagstoff uten opplysninger om folk. Eldre utgaver viser hva som er endret.")
FOLLOWS = _("Følger utgaven av pakken.")
CHOICES = _("Hvem som bestemte hvem en side er for, og når. Gjelder også for nye utgaver.")
SEARCHED = _("Ordene i den nyeste utgaven, så sidene kan finnes. Hva folk søker etter, lagres ikke.")
RUNS = _(
    "Hvem som leste inn hva, og hvordan det gikk. Fila slettes fra innlesingen når den er lest inn, "
    "og senest etter to uker."
)
TREES = _("Følger utgaven. Trengs for å se hva en ny utgave endrer for dem som har tilpasset pakken.")
LOCAL = _("Enhetens og eierens egne valg i pakken, og pakken slik den leses hos dem. Det handler om fag, ikke om folk.")
CORE = _("Hva som er kjernen i pakken, og hvem som sa det.")
DRAFTS = _(
    "Utkastet til en egen pakke, hvem som begynte på det, og hvem som tok ut hva. Det handler om fag, ikke om folk."
)
WRITING = (
    "PackageDraft", "DraftModule", "DraftPage", "DraftBlock", "DraftFile", "ModuleRemoval", "PageRemoval",
    "BlockRemoval", "DraftRelease",
)  # fmt: skip
DONE = _("Hva enheten eller et team har gjort sammen, og hvem som noterte det. Ingenting om hva den enkelte har gjort.")
ATTESTED = _("Enhet, pakke, utgave, dato og hva beviset dekker, så koden på det kan slås opp. Ingen navn står på det.")
NOTED = _("Det den enkelte noterer for seg selv. Ingen andre får se det, og det slettes sammen med personen.")
SHARED = _("Det folk selv deler med enheten sin om fagstoffet. Den som skrev det, kan ta det bort.")

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
        Retention("competence.VersionTree", FIVE_YEARS, TREES),
        Retention("competence.CoreComponent", FIVE_YEARS, CORE),
        Retention("competence.PackageAdaptation", FIVE_YEARS, LOCAL),
        Retention("competence.AdaptedModule", FIVE_YEARS, LOCAL),
        Retention("competence.AdaptedPage", FIVE_YEARS, LOCAL),
        Retention("competence.AudienceChoice", FIVE_YEARS, CHOICES),
        Retention("competence.UnitDone", FIVE_YEARS, DONE),
        Retention("competence.UnitCertificate", FIVE_YEARS, ATTESTED),
        Retention("competence.CertificateWithdrawal", FIVE_YEARS, ATTESTED),
        Retention("competence.OwnNote", FIVE_YEARS, NOTED),
        Retention("competence.TeamNote", FIVE_YEARS, SHARED),
        Retention("competence.SearchEntry", FIVE_YEARS, SEARCHED),
        Retention("competence.SearchStem", FIVE_YEARS, SEARCHED),
        *(Retention(f"competence.{name}", FIVE_YEARS, DRAFTS) for name in WRITING),
        Retention("competence.PackageImport", FIVE_YEARS, RUNS),
        Retention("competence.ImportTrial", FIVE_YEARS, RUNS),
        Retention("competence.ImportTaken", FIVE_YEARS, RUNS),
        Retention("competence.ImportCancelled", FIVE_YEARS, RUNS),
        Retention("competence.ImportFinished", FIVE_YEARS, RUNS),
        Retention("competence.ImportRefused", FIVE_YEARS, RUNS),
    ),
)
