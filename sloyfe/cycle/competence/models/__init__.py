"""The tables of the station."""

from sloyfe.cycle.competence.models.imports import ImportCancelled, ImportFinished, ImportRefused, PackageImport
from sloyfe.cycle.competence.models.packages import Asset, Module, Package, PackageVersion, Page

__all__ = [
    "Asset",
    "ImportCancelled",
    "ImportFinished",
    "ImportRefused",
    "Module",
    "Package",
    "PackageImport",
    "PackageVersion",
    "Page",
]
