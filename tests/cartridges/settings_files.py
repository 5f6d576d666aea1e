"""The portal's own files beside the manifest: the course, its modules, and an assignment's settings."""

from html import escape
from typing import TYPE_CHECKING

from tests.cartridges.markup import Page

if TYPE_CHECKING:
    from tests.cartridges.third import Item, Module

NAMESPACE = 'xmlns="http://canvas.instructure.com/xsd/cccv1p0"'
EXTENSION = "http://www.imsglobal.org/xsd/imscc_extensions/assignment"
LICENCE = "cc_by_nc_sa"


def course_settings() -> str:
    """What the course is called and which licence it has."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<course identifier="kurs" {NAMESPACE}><title>nb: Tall og lag|nn: Tal og lag</title>'
        f"<course_code>TALL</course_code><license>{LICENCE}</license><default_view>modules</default_view></course>"
    )


def line(item: "Item", position: int) -> str:
    """A line of a module, with the indent that only stands here."""
    state = "active" if item.published else "unpublished"
    reference = f"<identifierref>{item.ref}</identifierref>" if item.ref else ""
    url = f"<url>{escape(item.url)}</url>" if item.url else ""
    return (
        f'<item identifier="{item.identifier}"><content_type>{item.kind}</content_type><workflow_state>{state}</workflow_state>'
        f"<title>{escape(item.title)}</title>{reference}{url}<position>{position}</position><new_tab>false</new_tab>"
        f"<indent>{item.indent}</indent></item>"
    )


def module_meta(modules: "tuple[Module, ...]") -> str:
    """The modules with indents, requirements, and which module comes before which."""
    out = ""
    for place, module in enumerate(modules, 1):
        before = (
            f'<prerequisites><prerequisite type="context_module"><title>forrige</title><identifierref>{module.after}</identifierref>'
            "</prerequisite></prerequisites>"
        )
        required = "".join(
            f'<completionRequirement type="{i.requirement}"><identifierref>{i.identifier}</identifierref></completionRequirement>'
            for i in module.items
            if i.requirement
        )
        out += (
            f'<module identifier="{module.identifier}"><title>{escape(module.title)}</title><workflow_state>active</workflow_state>'
            f"<position>{place}</position><require_sequential_progress>false</require_sequential_progress><locked>false</locked>"
            + (before if module.after else "")
            + "<items>"
            + "".join(line(i, n) for n, i in enumerate(module.items, 1))
            + f"</items><completionRequirements>{required}</completionRequirements></module>\n"
        )
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<modules {NAMESPACE}>{out}</modules>'


def assignment_settings(page: Page) -> str:
    """How an assignment is handed in."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<assignment identifier="{page.slug}" {NAMESPACE}><title>{escape(page.title)}</title>'
        "<workflow_state>published</workflow_state><submission_types>online_text_entry</submission_types></assignment>"
    )


def assignment_extension(page: Page) -> str:
    """The same assignment once more, as version 1.3 tells it to other systems."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<assignment xmlns="{EXTENSION}" identifier="{page.slug}_to">'
        f'<title>{escape(page.title)}</title><text texttype="text/html">{escape(page.body)}</text>'
        '<submission_formats><format type="html"/></submission_formats></assignment>'
    )
