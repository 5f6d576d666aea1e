"""Packages that people take with them: what there is to download, and the downloads."""

from collections.abc import Callable
from dataclasses import dataclass, field
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext_lazy as _

from sloyfe.access.can import can
from sloyfe.access.policy import Can
from sloyfe.access.visit import Visit
from sloyfe.cycle.competence.exporting.archive import archive_of, zipped
from sloyfe.cycle.competence.exporting.cartridge import cartridge_of
from sloyfe.cycle.competence.markup.packages import PackageTree
from sloyfe.cycle.competence.models import Asset, PackageVersion, Page
from sloyfe.cycle.competence.queries import exports
from sloyfe.cycle.competence.queries import packages as queries
from sloyfe.cycle.competence.reading.links import slug_of
from sloyfe.cycle.competence.views.drawing.words import licence_in_words
from sloyfe.cycle.competence.views.folder.writing import Folder
from sloyfe.kit.refusal import Refusal


class LicenceForbids(Refusal):
    sentence = _("Lisensen til pakken tillater ikke at dere tar kopier med ut. Spør den som har laget pakken.")


@dataclass(frozen=True)
class Taken:
    """A version, and what of it this reader takes."""

    version: PackageVersion
    visit: Visit
    pages: list[Page]
    assets: list[Asset] = field(default_factory=list)

    @property
    def files(self) -> dict[str, bytes]:
        """The bytes of the files that these pages lead to; whoever looks after packages takes all."""
        every = self.visit.may(Can.PACKAGE_MANAGE)
        assets = self.assets if every else exports.led_to(self.assets, self.pages)
        return exports.bytes_of(self.version, assets, self.visit.space)


@can(Can.PACKAGE_SEE)
def downloads(request: HttpRequest, visit: Visit, package: UUID) -> HttpResponse:
    """The forms there are, what each is for, and what the licence says."""
    taken = _taken(visit, package)
    version = taken.version
    shown = {
        "version": version,
        "package": version.package,
        "licence": licence_in_words(version.licence, version.licence_written),
        "allowed": exports.may_be_taken(version),
        "may_all": visit.may(Can.PACKAGE_MANAGE),
        "kept_back": exports.kept_back(taken.assets),
    }
    return render(request, "competence/downloads.html", shown)


@can(Can.PACKAGE_SEE)
def folder(_request: HttpRequest, visit: Visit, package: UUID) -> HttpResponse:
    """The pages that this person may read, as plain HTML."""
    return _download(_taken(visit, package), "nettsider", "zip", _folder)


@can(Can.PACKAGE_MANAGE)
def archive(_request: HttpRequest, visit: Visit, package: UUID) -> HttpResponse:
    """Everything, as our own archive."""
    return _download(_taken(visit, package), "sloyfe", "zip", _archive)


@can(Can.PACKAGE_MANAGE)
def cartridge(_request: HttpRequest, visit: Visit, package: UUID) -> HttpResponse:
    """Everything, as a Common Cartridge."""
    return _download(_taken(visit, package), "kassett", "imscc", _cartridge)


def _folder(taken: Taken) -> bytes:
    modules = queries.modules_of(taken.version, taken.visit.space)
    return zipped(Folder(taken.version, taken.visit, taken.pages, modules, taken.files).content())


def _archive(taken: Taken) -> bytes:
    return archive_of(_tree(taken), taken.files)


def _cartridge(taken: Taken) -> bytes:
    return cartridge_of(_tree(taken), taken.files)


def _tree(taken: Taken) -> PackageTree:
    return exports.tree_of(taken.version, taken.pages, taken.assets, taken.visit.space)


def _download(taken: Taken, form: str, ending: str, make: Callable[[Taken], bytes]) -> HttpResponse:
    if not exports.may_be_taken(taken.version):
        raise LicenceForbids
    answer = HttpResponse(make(taken), content_type="application/zip")
    name = slug_of(taken.version.package.title.read("nb"))[:60] or "pakke"
    said = content_disposition_header(as_attachment=True, filename=f"{name}-{form}.{ending}")
    answer.headers["Content-Disposition"] = said or "attachment"
    return answer


def _taken(visit: Visit, package: UUID) -> Taken:
    version = queries.newest_version(visit.space, package)
    if version is None:
        raise Http404
    pages = exports.pages_to_take(version, visit)
    if not pages and not visit.may(Can.PACKAGE_MANAGE):
        raise Http404
    return Taken(version, visit, pages, exports.assets_of(version, visit.space))
