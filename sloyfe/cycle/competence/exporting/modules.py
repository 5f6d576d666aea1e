"""What Canvas reads beside the standard: modules with indents and requirements, the course, and its web links."""

from collections.abc import Iterator
from html import escape

from sloyfe.cycle.competence.exporting.manifest import Lying, item_identity
from sloyfe.cycle.competence.exporting.titles import written
from sloyfe.cycle.competence.markup.packages import Item, ModuleTree, PackageTree, PageKind, Readers, State
from sloyfe.cycle.competence.markup.unfit import fit, harmless

CANVAS = "http://canvas.instructure.com/xsd/cccv1p0"
LINK = "http://www.imsglobal.org/xsd/imsccv1p1/imswl_v1p1"
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


def settings_of(tree: PackageTree) -> str:
    """course_settings.xml."""
    licence = f"<license>{escape(fit(tree.licence.code))}</license>" if tree.licence.code else ""
    title = f"<title>{escape(written(tree.title))}</title>"
    return f'{HEAD}<course identifier="sloyfe-course" xmlns="{CANVAS}">{title}{licence}</course>\n'


def web_link(item: Item) -> str:
    """An address that a module shows."""
    href, title = escape(fit(harmless(item.address))), escape(written(item.title))
    return f'{HEAD}<webLink xmlns="{LINK}"><title>{title}</title><url href="{href}" target="_blank"/></webLink>\n'


def module_meta(tree: PackageTree, lying: Lying) -> str:
    """module_meta.xml. What is for some readers only is indented, as the portal hides it from others."""
    some = {page.identity for page in tree.pages if page.audience.readers != Readers.EVERYONE}
    numbers = {module.identity: number for number, module in enumerate(tree.modules, 1) if module.identity}
    made = []
    for number, module in enumerate(tree.modules, 1):
        items = "".join(_item(number, at, item, lying, some) for at, item in enumerate(module.items, 1))
        needed = "".join(
            f'<prerequisite type="context_module"><identifierref>m{numbers[each]}</identifierref></prerequisite>'
            for each in module.after if each in numbers
        )  # fmt: skip
        unlock = f"<unlock_at>{escape(fit(module.unlock_at))}</unlock_at>" if module.unlock_at else ""
        made.append(
            f'<module identifier="m{number}"><title>{escape(written(module.title))}</title>'
            f"<workflow_state>{_state(module.state)}</workflow_state><position>{number}</position>{unlock}"
            f"<require_sequential_progress>{str(module.in_order).lower()}</require_sequential_progress>"
            f"<prerequisites>{needed}</prerequisites>\n<items>{items}</items>\n"
            f"<completionRequirements>{''.join(_requirements(number, module))}</completionRequirements></module>\n"
        )
    return f'{HEAD}<modules xmlns="{CANVAS}">\n{"".join(made)}</modules>\n'


def _item(module: int, number: int, item: Item, lying: Lying, some: set[str]) -> str:
    reference = lying.reference(item)
    kind = _kind(item, lying)
    shown = f"<identifierref>{escape(reference)}</identifierref>" if reference else ""
    address = f"<url>{escape(fit(harmless(item.address)))}</url>" if kind == "ExternalUrl" else ""
    indent = max(item.indent, 1 if item.page in some else 0)
    return (
        f'<item identifier="{item_identity(module, number)}"><content_type>{kind}</content_type>'
        f"<workflow_state>{_state(item.state)}</workflow_state><title>{escape(written(item.title))}</title>{shown}"
        f"{address}<position>{number}</position><new_tab>false</new_tab><indent>{indent}</indent></item>\n"
    )


def _kind(item: Item, lying: Lying) -> str:
    if item.page in lying.pages:
        return "WikiPage"
    if item.address in lying.files:
        return "Attachment"
    return "ExternalUrl" if item.address and item.kind != PageKind.SUBHEADING else "ContextModuleSubHeader"


def _requirements(number: int, module: ModuleTree) -> Iterator[str]:
    for at, item in enumerate(module.items, 1):
        if item.requirement:
            least = f"<min_score>{escape(fit(item.requirement.least))}</min_score>" if item.requirement.least else ""
            yield (
                f'<completionRequirement type="{escape(fit(item.requirement.kind))}">{least}'
                f"<identifierref>{item_identity(number, at)}</identifierref></completionRequirement>"
            )


def _state(state: State) -> str:
    return "active" if state == State.PUBLISHED else "unpublished"
