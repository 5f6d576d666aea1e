"""A package taken along as web pages, opened from the disk: accessible, and nothing is fetched."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from conftest import NOW
from sloyfe.access.models import Seat, Space
from sloyfe.access.roles import Role
from sloyfe.access.visit import Visit
from sloyfe.cycle.competence.actions.storing import text_of_title
from sloyfe.cycle.competence.markup.codec import to_plain
from sloyfe.cycle.competence.models import Module, Package, PackageVersion, Page
from sloyfe.cycle.competence.reading.doors import read_package
from sloyfe.cycle.competence.tests.test_taking import licensed
from sloyfe.cycle.competence.views.folder.writing import Folder
from sloyfe.people.models import Person
from tests.journeys.axe import Axe

pytestmark = pytest.mark.browser


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The package of the tests as a coordinator takes it; no database, as a browser runs beside it."""
    tree = read_package(licensed(), "pakke.imscc")
    package = Package(title=text_of_title(tree.title))
    version = PackageVersion(package=package, number=1, at=NOW, source_name="pakke.imscc", licence=tree.licence.code)
    pages = [
        Page(identity=each.identity, title=text_of_title(each.title), state=each.state, readers=each.audience.readers,
             content=to_plain(each))
        for each in tree.pages
    ]  # fmt: skip
    modules = [Module(title=text_of_title(each.title), content=to_plain(each)) for each in tree.modules]
    visit = Visit(Person(), Space(), (Seat(role=Role.COORDINATOR),))
    files = {"web_resources/tavle.png": b"\x89PNG tavle"}
    for name, content in Folder(version, visit, pages, modules, files).content().items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(content)
    return tmp_path


@pytest.mark.parametrize("width", [360, 1280])
def test_the_pages_are_accessible_and_keep_to_themselves(browser: Browser, folder: Path, width: int):
    context = browser.new_context(viewport={"width": width, "height": 800}, offline=True)
    page, axe, asked = context.new_page(), Axe(), []
    page.on("request", lambda request: asked.append(request.url))
    for path in sorted(folder.rglob("*.html")):
        page.goto(path.as_uri())
        axe.check(page)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")

    assert len(axe.seen) > 8
    assert {url.partition(":")[0] for url in asked} == {"file"}
    context.close()
