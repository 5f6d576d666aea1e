"""A Common Cartridge 1.1 with what Canvas adds to it: modules in order, pages as HTML, files, and their licence."""

import re
from collections.abc import Mapping
from hashlib import md5
from html import escape
from pathlib import PurePosixPath

from sloyfe.cycle.competence.exporting.archive import named, zipped
from sloyfe.cycle.competence.exporting.html import Foreign
from sloyfe.cycle.competence.exporting.manifest import Lying, manifest_of
from sloyfe.cycle.competence.exporting.modules import module_meta, settings_of, web_link
from sloyfe.cycle.competence.exporting.titles import written
from sloyfe.cycle.competence.markup.packages import Item, PackageTree, PageTree, State
from sloyfe.cycle.competence.markup.unfit import fit

# The standard wants names that begin with a letter; Canvas makes them of a letter and 32 signs.
NAME = re.compile(r"^[A-Za-z_][A-Za-z0-9_.-]*$")
SAFE = re.compile(r"^[^\x00-\x1f\x7f\\:*?\"<>|]+$")
FILES = "web_resources/"


def cartridge_of(tree: PackageTree, files: Mapping[str, bytes]) -> bytes:
    """The package as other systems read it; pages that are not published are said not to be."""
    pages = {page.identity: f"{number:03}-{_name(page.identity)}" for number, page in enumerate(tree.pages, 1)}
    names = _files(files)
    links = {item.identity: item for module in tree.modules for item in module.items if _is_link(item, names)}
    lying = Lying(
        {identity: (f"p-{_name(identity)}", f"wiki_content/{name}.html") for identity, name in pages.items()},
        {path: (f"f-{_name(path)}", FILES + name) for path, name in names.items()},
        {identity: (f"l-{_name(identity)}", f"links/{_name(identity)}.xml") for identity in links},
    )
    foreign = Foreign(pages, names)
    made = {
        "imsmanifest.xml": manifest_of(tree, lying),
        "course_settings/canvas_export.txt": "Sløyfe\n",
        "course_settings/course_settings.xml": settings_of(tree),
        "course_settings/module_meta.xml": module_meta(tree, lying),
        **{lying.pages[page.identity][1]: _page(page, lying.pages[page.identity][0], foreign) for page in tree.pages},
        **{lying.links[identity][1]: web_link(item) for identity, item in links.items()},
    }
    return zipped(
        {name: text.encode() for name, text in made.items()}
        | {FILES + name: files[path] for path, name in names.items()}
    )


def _page(page: PageTree, identity: str, foreign: Foreign) -> str:
    state = "active" if page.state == State.PUBLISHED else "unpublished"
    front = '<meta name="front_page" content="true"/>' if page.front else ""
    return (
        f'<html>\n<head>\n<meta http-equiv="Content-Type" content="text/html; charset=utf-8"/>\n'
        f"<title>{escape(fit(written(page.title)))}</title>\n"
        f'<meta name="identifier" content="{identity}"/><meta name="workflow_state" content="{state}"/>{front}\n'
        f"</head>\n<body>\n{foreign.blocks(page.blocks)}\n</body>\n</html>\n"
    )


def _files(files: Mapping[str, bytes]) -> dict[str, str]:
    """Where each lies below the folder of files: under its own path, where any machine can unpack it."""
    spare = named(files, "")
    made: dict[str, str] = {}
    for path in sorted(files):
        plain = path.removeprefix(FILES)
        fine = SAFE.match(plain) and not plain.startswith("/") and _one_way_to_write(plain)
        taken = {each.casefold() for each in made.values()}
        made[path] = plain if fine and plain.casefold() not in taken else spare[path]
    return made


def _one_way_to_write(path: str) -> bool:
    """Without steps upwards, nor the double and last strokes that are lost on the way."""
    return ".." not in PurePosixPath(path).parts and str(PurePosixPath(path)) == path


def _is_link(item: Item, files: Mapping[str, str]) -> bool:
    return bool(item.address) and not item.page and item.address not in files


def _name(identity: str) -> str:
    """The identity where the standard takes it, else letters that stand for it."""
    if NAME.match(identity):
        return identity
    return "i" + md5(identity.encode("utf-8", "surrogatepass"), usedforsecurity=False).hexdigest()
