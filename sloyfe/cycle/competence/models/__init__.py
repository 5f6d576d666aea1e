"""The tables of the station."""

from sloyfe.cycle.competence.models.adaptations import (
    AdaptedModule,
    AdaptedPage,
    AtLevel,
    CoreComponent,
    PackageAdaptation,
    VersionTree,
)
from sloyfe.cycle.competence.models.audiences import AudienceChoice
from sloyfe.cycle.competence.models.imports import (
    ImportCancelled,
    ImportFinished,
    ImportRefused,
    ImportTaken,
    ImportTrial,
    PackageImport,
)
from sloyfe.cycle.competence.models.notes import OwnNote, TeamNote
from sloyfe.cycle.competence.models.packages import Asset, Module, Package, PackageVersion, Page
from sloyfe.cycle.competence.models.progress import CertificateWithdrawal, UnitCertificate, UnitDone
from sloyfe.cycle.competence.models.searching import SearchEntry, SearchStem
from sloyfe.cycle.competence.models.writing import (
    BlockRemoval,
    DraftBlock,
    DraftFile,
    DraftModule,
    DraftPage,
    DraftRelease,
    ModuleRemoval,
    PackageDraft,
    PageRemoval,
)

__all__ = [
    "AdaptedModule",
    "AdaptedPage",
    "Asset",
    "AtLevel",
    "AudienceChoice",
    "BlockRemoval",
    "CertificateWithdrawal",
    "CoreComponent",
    "DraftBlock",
    "DraftFile",
    "DraftModule",
    "DraftPage",
    "DraftRelease",
    "ImportCancelled",
    "ImportFinished",
    "ImportRefused",
    "ImportTaken",
    "ImportTrial",
    "Module",
    "ModuleRemoval",
    "OwnNote",
    "Package",
    "PackageAdaptation",
    "PackageDraft",
    "PackageImport",
    "PackageVersion",
    "Page",
    "PageRemoval",
    "SearchEntry",
    "SearchStem",
    "TeamNote",
    "UnitCertificate",
    "UnitDone",
    "VersionTree",
]
