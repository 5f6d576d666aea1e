"""What a place writes itself opens no file that its readers do not meet in the package."""

import pytest

from conftest import NOW, Member, World
from sloyfe.cycle.competence.actions import audiences
from sloyfe.cycle.competence.adaptation.editing import add, reword
from sloyfe.cycle.competence.adaptation.trees import Kind
from sloyfe.cycle.competence.markup.tree import Language
from sloyfe.cycle.competence.models import Asset, Package
from sloyfe.cycle.competence.outlines.wordings import of_blocks
from sloyfe.cycle.competence.queries.outlines import newest_outline
from sloyfe.cycle.competence.tests.adapting import decide, pages, read_in
from sloyfe.cycle.competence.tests.making import item, manifest, module, module_meta, resource, wiki, zipped
from sloyfe.cycle.competence.tests.test_adaptations import OWN
from sloyfe.cycle.competence.writing import blocks_of

FILES = {name: f"web_resources/{name}.pdf" for name in ("apen", "lukket", "ingen")}
LEADS = '<p>Se <a href="$IMS-CC-FILEBASE$/%s.pdf">fila</a>.</p>'


@pytest.fixture
def package(world: World, kari: Member) -> Package:
    """One page for all and one for owners, each with its file, and a file that no page leads to."""
    held: dict[str, bytes | str] = {path: f"%PDF {name}".encode() for name, path in FILES.items()}
    names = ("apen", "lukket", "midt")
    for name in names:
        held[f"wiki_content/{name}.html"] = wiki(f"p-{name}", f"nb: {name}", LEADS % name)
    listed = [resource(f"p-{name}", f"wiki_content/{name}.html") for name in names]
    listed += [resource(f"f-{name}", path) for name, path in FILES.items()]
    held["imsmanifest.xml"] = manifest("".join(listed))
    items = (item(f"i-{name}", name, f"p-{name}") for name in names)
    held["course_settings/module_meta.xml"] = module_meta(module("m1", "nb: Del", *items))
    version = read_in(world, kari, zipped(held))
    [closed] = version.pages.filter(identity="p-lukket")
    answers = {page.pk: "" for page in version.pages.all()}
    audiences.choose(version, {**answers, closed.pk: "owners"}, answers, by=kari.person, at=NOW)
    return version.package


def wording(*names: str) -> str:
    return of_blocks(blocks_of("".join(f"[{name}](fil:{FILES[name]}) " for name in names), Language.NB))


def status(world: World, who: Member, package: Package, page: object, name: str) -> int:
    asset = Asset.objects.in_space(world.space).get(path=FILES[name])
    here = world.url(f"pakker/{package.pk}/sider/{page}/")
    leads = f"{here}filer/{asset.pk}/"
    listed = [who.client.get(at).text.count(leads) for at in (here, world.url(f"pakker/{package.pk}/utskrift/"))]
    answer: int = who.client.get(leads).status_code
    assert listed == [1, 1] if answer == 200 else listed == [0, 0]
    return answer


def test_text_of_a_units_own_opens_no_file_of_a_page_for_owners(
    world: World, package: Package, kari: Member, ola: Member, nils: Member
):
    decide(package, world.school, ola, add, OWN, Kind.BLOCK, wording=wording(*FILES), parent="p:p-midt", after=None)
    [midt] = [page for page in pages(package, world.school) if page.identity == "p:p-midt"]

    assert [status(world, nils, package, midt.key, name) for name in FILES] == [200, 404, 404]
    assert [status(world, ola, package, midt.key, name) for name in FILES] == [200, 404, 404]
    audiences.undo(newest_outline(package).version, by=kari.person, at=NOW)
    assert [status(world, nils, package, midt.key, name) for name in FILES] == [200, 200, 404]


def test_a_page_worded_anew_keeps_its_own_files_and_gets_no_others(
    world: World, package: Package, kari: Member, ola: Member, nils: Member
):
    decide(package, world.school, ola, reword, "p:p-apen#1", wording("apen", "lukket"))
    [apen] = [page for page in pages(package, world.school) if page.identity == "p:p-apen"]

    assert [status(world, nils, package, apen.key, name) for name in FILES] == [200, 404, 404]
