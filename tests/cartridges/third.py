"""A package about early mathematics and teamwork, built as the portal would hand it out: a cartridge of three versions."""

import io
import zipfile
import zlib
from dataclasses import dataclass
from html import escape

from tests.cartridges import activities as acts
from tests.cartridges import pages_blocks, pages_boxes, pages_errors, pages_languages, pages_leaders
from tests.cartridges.markup import Page
from tests.cartridges.settings_files import assignment_extension, assignment_settings, course_settings, module_meta

ALONE = Page(
    "alene", "Side uten plass", "<p>Ingen modul viser denne.</p>", pages_boxes.same("Side uten plass"), words=("modul",)
)


@dataclass(frozen=True)
class Item:
    """A line of a module: what it is, what it is called, and what it points at."""

    kind: str
    title: str
    ref: str = ""
    indent: int = 0
    published: bool = True
    requirement: str = ""
    url: str = ""

    @property
    def identifier(self) -> str:
        """A name for the line itself."""
        return f"i_{self.ref or zlib.crc32(self.title.encode())}"


@dataclass(frozen=True)
class Module:
    """A module and its lines."""

    identifier: str
    title: str
    titles: dict[str, str]
    items: tuple[Item, ...]
    after: str = ""


def lines(pages: tuple[Page, ...], kind: str = "WikiPage") -> tuple[Item, ...]:
    """A line for each page."""
    return tuple(Item(kind, p.title, p.slug, p.indent, p.published, p.requirement) for p in pages)


SUBHEADER = Item("ContextModuleSubHeader", "nb: Eldre innhold|nn: Eldre innhald")
BOXES = lines(pages_boxes.PAGES)
OTHERS = (
    *lines(acts.ASSIGNMENTS, "Assignment"),
    *lines(acts.DISCUSSIONS, "DiscussionTopic"),
    Item("Quizzes::Quiz", acts.QUIZ_TITLE, acts.QUIZ),
    Item("ExternalUrl", acts.WEB_TITLE, acts.WEB, url=acts.WEB_URL),
    Item("ContextExternalTool", acts.LTI_TITLE, acts.LTI, url=acts.LTI_URL),
    Item("Attachment", "plakat æøå.txt", "fil1"),
)
MODULES = (
    Module(
        "m1", "nb: 1. Bokser|nn: 1. Boksar", {"nb": "1. Bokser", "nn": "1. Boksar"}, (*BOXES[:2], SUBHEADER, *BOXES[2:])
    ),
    Module("m2", "2. Det som åpnes", pages_boxes.same("2. Det som åpnes"), lines(pages_blocks.PAGES), after="m1"),
    Module(
        "m3",
        "nn: 3. Språk her|nb: 3. Språk",
        {"nb": "3. Språk", "nn": "3. Språk her"},
        lines(pages_languages.PAGES + pages_languages.TITLES),
        after="m2",
    ),
    Module("m4", "nb: 4. Ledere | nn: 4. Leiarar", {"nb": "4. Ledere", "nn": "4. Leiarar"}, lines(pages_leaders.PAGES)),
    Module("m5", "5. Gjøre sammen", pages_boxes.same("5. Gjøre sammen"), OTHERS),
    Module("m6", "6. Feil", pages_boxes.same("6. Feil"), lines(pages_errors.PAGES)),
)
LISTED = (
    pages_boxes.PAGES
    + pages_blocks.PAGES
    + pages_languages.PAGES
    + pages_languages.TITLES
    + pages_leaders.PAGES
    + pages_errors.PAGES
)
EVERY_PAGE = (*LISTED, ALONE)


def wiki(page: Page) -> str:
    """A page as a file of HTML: what concerns the page stands in its head."""
    state = "active" if page.published else "unpublished"
    front = '<meta name="front_page" content="true"/>\n' if page.slug == "forside" else ""
    return (
        '<html>\n<head>\n<meta http-equiv="Content-Type" content="text/html; charset=utf-8"/>\n'
        f'<title>{escape(page.title)}</title>\n<meta name="identifier" content="{page.slug}"/>\n'
        f'<meta name="editing_roles" content="teachers"/>\n<meta name="workflow_state" content="{state}"/>\n{front}'
        f"</head>\n<body>\n{page.body}\n</body>\n</html>"
    )


def resource(identifier: str, kind: str, *files: str, inside: str = "") -> str:
    """A line of the manifest's list of files."""
    listed = "".join(f'<file href="{escape(name)}"/>' for name in files)
    first = f' href="{escape(files[0])}"' if files else ""
    return f'<resource identifier="{identifier}" type="{kind}"{first}>{listed}{inside}</resource>\n'


def resources(version: str) -> str:
    """Everything the manifest lists; one file is forgotten, and one that is listed does not exist."""
    application = f"associatedcontent/imscc_xmlv1p{version}/learning-application-resource"
    out = resource("settings", application, "course_settings/canvas_export.txt", "course_settings/module_meta.xml")
    out += "".join(resource(p.slug, "webcontent", f"wiki_content/{p.slug}.html") for p in EVERY_PAGE)
    for n, name in enumerate(acts.FILES):
        if name != acts.UNLISTED:
            out += resource(f"fil{n}", "webcontent", f"web_resources/{name}")
    out += resource("fil9", "webcontent", "web_resources/lovet men borte.pdf")
    for p in acts.ASSIGNMENTS:
        out += resource(p.slug, application, f"{p.slug}/oppgave.html", f"{p.slug}/assignment_settings.xml")
        if version == "3":
            out += resource(
                f"{p.slug}_to",
                "assignment_xmlv1p0",
                f"{p.slug}/assignment.xml",
                inside=f'<variant identifierref="{p.slug}"/>',
            )
    for p in acts.DISCUSSIONS:
        out += resource(p.slug, f"imsdt_xmlv1p{version}", f"{p.slug}.xml")
    out += resource(acts.QUIZ, f"imsqti_xmlv1p2/imscc_xmlv1p{version}/assessment", f"{acts.QUIZ}/assessment_qti.xml")
    out += resource(acts.WEB, f"imswl_xmlv1p{version}", f"{acts.WEB}.xml")
    return out + resource(acts.LTI, "imsbasiclti_xmlv1p0", f"{acts.LTI}.xml")


def organisation() -> str:
    """The modules as the manifest knows them: no indents and no requirements."""
    out = ""
    for module in MODULES:
        inside = "".join(
            f'<item identifier="{i.identifier}"'
            + (f' identifierref="{i.ref}"' if i.ref else "")
            + f"><title>{escape(i.title)}</title></item>"
            for i in module.items
        )
        out += f'<item identifier="{module.identifier}"><title>{escape(module.title)}</title>{inside}</item>\n'
    return out


def manifest(version: str, items: str | None = None) -> str:
    """The list that makes a cartridge of a heap of files."""
    space = f"http://www.imsglobal.org/xsd/imsccv1p{version}/imscp_v1p1"
    lom = f"http://ltsc.ieee.org/xsd/imsccv1p{version}/LOM/manifest"
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<manifest identifier="tredje" xmlns="{space}" xmlns:lomimscc="{lom}">\n<metadata>'
        f"<schema>IMS Common Cartridge</schema><schemaversion>1.{version}.0</schemaversion><lomimscc:lom><lomimscc:general>"
        "<lomimscc:title><lomimscc:string>nb: Tall og lag|nn: Tal og lag</lomimscc:string></lomimscc:title></lomimscc:general>"
        "<lomimscc:rights><lomimscc:description><lomimscc:string>CC BY-NC-SA 4.0</lomimscc:string></lomimscc:description>"
        '</lomimscc:rights></lomimscc:lom></metadata>\n<organizations><organization identifier="org" structure="rooted-hierarchy">'
        f'<item identifier="LearningModules">{organisation() if items is None else items}</item></organization></organizations>\n'
        f"<resources>{resources(version)}</resources></manifest>"
    )


def entries(version: str = "1", *, canvas: bool = True) -> dict[str, bytes]:
    """Every file of the package by its name; without `canvas`, a cartridge as another system would make it."""
    texts = {"imsmanifest.xml": manifest(version)}
    texts |= {f"wiki_content/{p.slug}.html": wiki(p) for p in EVERY_PAGE}
    for p in acts.ASSIGNMENTS:
        texts[f"{p.slug}/oppgave.html"] = wiki(p)
        texts[f"{p.slug}/assignment_settings.xml"] = assignment_settings(p)
        if version == "3":
            texts[f"{p.slug}/assignment.xml"] = assignment_extension(p)
    texts |= {f"{p.slug}.xml": acts.topic(p, version) for p in acts.DISCUSSIONS}
    texts |= {
        f"{acts.QUIZ}/assessment_qti.xml": acts.quiz(),
        f"{acts.WEB}.xml": acts.web_link(version),
        f"{acts.LTI}.xml": acts.tool(),
    }
    if canvas:
        texts["course_settings/canvas_export.txt"] = "Q: What did the panda say?"
        texts["course_settings/course_settings.xml"] = course_settings()
        texts["course_settings/module_meta.xml"] = module_meta(MODULES)
    raw = {name: text.encode() for name, text in texts.items()}
    return raw | {f"web_resources/{name}": data for name, data in acts.FILES.items()} | acts.JUNK


def packed(files: dict[str, bytes]) -> bytes:
    """The files in a zip."""
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return memory.getvalue()


def cartridge(version: str = "1", *, canvas: bool = True) -> bytes:
    """The whole package as one file."""
    return packed(entries(version, canvas=canvas))
