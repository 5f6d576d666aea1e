"""Pages, tables and cartridges made up for the tests."""

from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from sloyfe.cycle.competence.markup.packages import PageKind, PageTree
from sloyfe.cycle.competence.markup.tree import Language, walk
from sloyfe.cycle.competence.reading.checking import spoken
from sloyfe.cycle.competence.reading.draft import Draft


def page(html: str, title: str = "nb: Side|nn: Side") -> PageTree:
    """A page of this HTML, read by itself."""
    return Draft("side", title, PageKind.PAGE, "side.html", {Language.ANY: html}).page()


def table(*rows: list[str] | str) -> str:
    """A table; a row is its cells, or one cell."""
    made = ("".join(f"<td>{cell}</td>" for cell in ([row] if isinstance(row, str) else row)) for row in rows)
    return f"<table><tbody>{''.join(f'<tr>{cells}</tr>' for cells in made)}</tbody></table>"


def defects(of: PageTree) -> set[str]:
    return {remark.defect.value for remark in of.remarks}


def words(node: object) -> str:
    return " ".join("".join(spoken(node)).split())


def every(of: object, kind: Any) -> list[Any]:
    return [node for node in walk(of) if isinstance(node, kind)]


def zipped(files: dict[str, bytes | str]) -> bytes:
    held = BytesIO()
    with ZipFile(held, "w", ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return held.getvalue()


def manifest(resources: str, items: str = "", version: str = "1.1", title: str = "nb: Pakke|nn: Pakke") -> str:
    ns = f"http://www.imsglobal.org/xsd/imsccv{version.replace('.', 'p')}"
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="m1" xmlns="{ns}/imscp_v1p1" xmlns:lomimscc="http://ltsc.ieee.org/xsd/LOM/manifest">
<metadata><schema>IMS Common Cartridge</schema><schemaversion>{version}.0</schemaversion>
<lomimscc:lom><lomimscc:general><lomimscc:title><lomimscc:string>{title}</lomimscc:string></lomimscc:title>
</lomimscc:general></lomimscc:lom></metadata>
<organizations><organization identifier="org" structure="rooted-hierarchy"><item identifier="LearningModules">
{items}</item></organization></organizations><resources>{resources}</resources></manifest>"""


def wiki(identity: str, title: str, body: str, state: str = "active") -> str:
    return f"""<html><head><title>{title}</title><meta name="identifier" content="{identity}"/>
<meta name="workflow_state" content="{state}"/></head><body>{body}</body></html>"""


def module_meta(*modules: str) -> str:
    return f'<modules xmlns="http://canvas.instructure.com/xsd/cccv1p0">{"".join(modules)}</modules>'


def module(identity: str, title: str, *items: str, state: str = "active", requirements: str = "") -> str:
    return f"""<module identifier="{identity}"><title>{title}</title><workflow_state>{state}</workflow_state>
<position>1</position><items>{"".join(items)}</items>
<completionRequirements>{requirements}</completionRequirements></module>"""


def item(
    identity: str, title: str, page_of: str, indent: int = 0, *, kind: str = "WikiPage", state: str = "active"
) -> str:
    return f"""<item identifier="{identity}"><content_type>{kind}</content_type><workflow_state>{state}</workflow_state>
<title>{title}</title><identifierref>{page_of}</identifierref><indent>{indent}</indent></item>"""


def resource(identity: str, path: str, kind: str = "webcontent") -> str:
    return f'<resource identifier="{identity}" type="{kind}" href="{path}"><file href="{path}"/></resource>'
