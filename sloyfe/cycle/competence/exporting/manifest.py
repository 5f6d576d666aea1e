"""The manifest of a cartridge: what lies in it, and in which order it is met."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape

from sloyfe.cycle.competence.exporting.titles import written
from sloyfe.cycle.competence.markup.packages import Item, ModuleTree, PackageTree
from sloyfe.cycle.competence.markup.unfit import fit

STANDARD = "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"
FACTS = "http://ltsc.ieee.org/xsd/imsccv1p1/LOM/manifest"
BESIDE = "associatedcontent/imscc_xmlv1p1/learning-application-resource"
OURS = ("course_settings.xml", "module_meta.xml", "canvas_export.txt")
Places = Mapping[str, tuple[str, str]]


@dataclass(frozen=True)
class Lying:
    """The identifier and the name of each page, file and link."""

    pages: Places
    files: Places
    links: Places

    def reference(self, item: Item) -> str:
        """What an item shows, by identifier; nothing for a heading."""
        found = self.pages.get(item.page) or self.files.get(item.address) or self.links.get(item.identity)
        return found[0] if found else ""


def manifest_of(tree: PackageTree, lying: Lying) -> str:
    """imsmanifest.xml."""
    items = "".join(_module(number, module, lying) for number, module in enumerate(tree.modules, 1))
    title, rights = escape(written(tree.title)), escape(fit(tree.licence.written or tree.licence.code))
    said = (
        f"<lomimscc:rights><lomimscc:copyrightAndOtherRestrictions><lomimscc:value>yes</lomimscc:value>"
        f"</lomimscc:copyrightAndOtherRestrictions><lomimscc:description><lomimscc:string>{rights}</lomimscc:string>"
        f"</lomimscc:description></lomimscc:rights>"
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<manifest identifier="sloyfe" xmlns="{STANDARD}" '
        f'xmlns:lomimscc="{FACTS}">\n<metadata><schema>IMS Common Cartridge</schema>'
        f"<schemaversion>1.1.0</schemaversion><lomimscc:lom><lomimscc:general><lomimscc:title><lomimscc:string>{title}"
        f"</lomimscc:string></lomimscc:title></lomimscc:general>{said if rights else ''}</lomimscc:lom></metadata>\n"
        f'<organizations><organization identifier="org" structure="rooted-hierarchy">'
        f'<item identifier="LearningModules">\n'
        f"{items}</item></organization></organizations>\n<resources>\n{''.join(_resources(lying))}</resources>\n"
        f"</manifest>\n"
    )


def item_identity(module: int, item: int) -> str:
    """An item's name; the same in the manifest and in what Canvas adds."""
    return f"m{module}-i{item}"


def _module(number: int, module: ModuleTree, lying: Lying) -> str:
    items = "".join(_item(number, at, item, lying) for at, item in enumerate(module.items, 1))
    return f'<item identifier="m{number}"><title>{escape(written(module.title))}</title>\n{items}</item>\n'


def _item(module: int, number: int, item: Item, lying: Lying) -> str:
    reference = lying.reference(item)
    shown = f' identifierref="{escape(reference)}"' if reference else ""
    name = item_identity(module, number)
    return f'<item identifier="{name}"{shown}><title>{escape(written(item.title))}</title></item>\n'


def _resources(lying: Lying) -> Iterator[str]:
    files = "".join(f'<file href="course_settings/{name}"/>' for name in OURS)
    yield f'<resource identifier="settings" type="{BESIDE}" href="course_settings/{OURS[-1]}">{files}</resource>\n'
    for kind, places in (("webcontent", lying.pages), ("webcontent", lying.files), ("imswl_xmlv1p1", lying.links)):
        for identity, name in places.values():
            href = escape(name)
            face = "" if kind != "webcontent" else f' href="{href}"'
            yield f'<resource identifier="{escape(identity)}" type="{kind}"{face}><file href="{href}"/></resource>\n'
