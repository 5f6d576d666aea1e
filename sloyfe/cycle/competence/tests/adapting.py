"""A package for the tests of adapting, and ways to adapt it and to see what came of it."""

from typing import Any

from conftest import NOW, Member, World
from sloyfe.cycle.competence.actions import imports
from sloyfe.cycle.competence.actions.adapting import adapt
from sloyfe.cycle.competence.adaptation import editing
from sloyfe.cycle.competence.adaptation.layers import Level
from sloyfe.cycle.competence.models import AdaptedPage, Package, PackageAdaptation, PackageVersion
from sloyfe.cycle.competence.tests.making import item, manifest, module, module_meta, resource, wiki, zipped
from sloyfe.cycle.partnership.models import Party, PartyRole

FIRST = {
    "start": "<p>Vi begynner her.</p><p>Snakk sammen to og to.</p>",
    "midt": "<p>Vi fortsetter.</p>",
    "slutt": "<p>Vi er ferdige.</p>",
}


def cartridge(
    pages: dict[str, str] | None = None, prefix: str = "p", licence: str = "", module_key: str = "m1"
) -> bytes:
    """A package whose pages say this, in this order, all in one module."""
    pages = FIRST if pages is None else pages
    files: dict[str, bytes | str] = {
        f"wiki_content/{name}.html": wiki(f"{prefix}-{name}", f"nb: {name}|nn: {name} nn", text)
        for name, text in pages.items()
    }
    listed = (resource(f"{prefix}-{name}", f"wiki_content/{name}.html") for name in pages)
    items = (item(f"{prefix}-i-{name}", name, f"{prefix}-{name}") for name in pages)
    files["imsmanifest.xml"] = manifest("".join(listed))
    files["course_settings/module_meta.xml"] = module_meta(module(module_key, "nb: Del en|nn: Del ein", *items))
    if licence:
        ns = 'xmlns="http://canvas.instructure.com/xsd/cccv1p0"'
        files["course_settings/course_settings.xml"] = (
            f'<course identifier="c1" {ns}><title>nb: Pakke|nn: Pakke</title><license>{licence}</license></course>'
        )
    return zipped(files)


def read_in(world: World, by: Member, content: bytes) -> PackageVersion:
    run = imports.keep_file(world.space, content, "pakke.imscc", by=by.person, at=NOW)
    return imports.carry_out(run, at=NOW, into=Package.objects.in_space(world.space).first())


def decide(package: Package, party: Party, who: Member, how: Any, *given: Any, **named: Any) -> None:
    """One of the pure decisions, through the action."""
    level = Level.OWNER if party.role == PartyRole.OWNER else Level.UNIT

    def decision(layer: Any, master: Any) -> Any:
        return how(layer, master, *given, **named)

    adapt(package, party.place, level, decision, by=who.person, at=NOW)


def drop(package: Package, party: Party, who: Member, identity: str, facet: Any) -> None:
    decide(package, party, who, lambda layer, _master: editing.drop(layer, identity, facet))


def row(package: Package, party: Party) -> PackageAdaptation:
    return PackageAdaptation.objects.in_space(package.space).get(package=package, place=party.place)


def pages(package: Package, party: Party) -> list[AdaptedPage]:
    return list(row(package, party).pages.select_related("source"))


def told(package: Package, party: Party) -> list[str]:
    """The titles of the pages as they are read there, in order."""
    return [page.title.read("nb") for page in pages(package, party)]


def said(package: Package, party: Party, title: str) -> list[str]:
    """What stands on a page there, block by block, with who has added or reworded it."""
    [page] = [each for each in pages(package, party) if each.title.read("nb") == title]
    return [" ".join(filter(None, [own, words, text(blocks)])) for own, words, blocks in page.parts]


def text(blocks: Any) -> str:
    from_runs = [node.text for block in blocks for node in getattr(block, "inlines", ()) if hasattr(node, "text")]
    return "".join(from_runs)
