"""What Canvas says besides the standard: modules with indents and requirements, settings, licences of files."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from sloyfe.cycle.competence.markup.packages import Item, Licence, ModuleTree, PageKind, Requirement, State
from sloyfe.cycle.competence.markup.titles import read_title
from sloyfe.cycle.competence.reading.licences import licence_of
from sloyfe.cycle.competence.reading.xml import Node, attribute, below, children, first, text

KINDS = {
    "wikipage": PageKind.PAGE,
    "assignment": PageKind.ASSIGNMENT,
    "discussiontopic": PageKind.DISCUSSION,
    "announcement": PageKind.ANNOUNCEMENT,
    "quizzes::quiz": PageKind.QUIZ,
    "attachment": PageKind.FILE,
    "externalurl": PageKind.WEB_LINK,
    "contextexternaltool": PageKind.TOOL,
    "contextmodulesubheader": PageKind.SUBHEADING,
}
UNSEEN = frozenset({"unpublished", "deleted", "post_delayed", "locked", "hidden", "unavailable", "draft"})


@dataclass(frozen=True)
class Settings:
    """The course as a whole."""

    identity: str = ""
    title: str = ""
    licence: Licence = field(default_factory=Licence)


def state_of(written: str) -> State:
    """What Canvas calls the many ways of not being shown."""
    return State.UNPUBLISHED if written.strip().lower() in UNSEEN else State.PUBLISHED


def read_settings(root: Node | None) -> Settings:
    """course_settings.xml."""
    if root is None:
        return Settings()
    return Settings(attribute(root, "identifier"), text(root, "title"), licence_of(text(root, "license")))


def read_modules(root: Node | None) -> tuple[ModuleTree, ...]:
    """module_meta.xml, in the order of its positions."""
    modules = sorted(children(root, "module"), key=lambda node: _number(text(node, "position"), 10**6))
    return tuple(_module(node) for node in modules)


def _module(node: Node) -> ModuleTree:
    requirements = {
        attribute(each, "identifierref") or text(each, "identifierref"): Requirement(
            attribute(each, "type") or text(each, "type"), text(each, "min_score")
        )
        for each in below(first(node, "completionRequirements"), "completionRequirement")
    }
    items = sorted(children(first(node, "items"), "item"), key=lambda each: _number(text(each, "position"), 10**6))
    after = tuple(
        attribute(each, "identifierref") or text(each, "identifierref")
        for each in below(first(node, "prerequisites"), "prerequisite")
    )
    return ModuleTree(
        attribute(node, "identifier"),
        read_title(text(node, "title")),
        tuple(_levelled([_item(each, requirements) for each in items])),
        state_of(text(node, "workflow_state")),
        text(node, "require_sequential_progress").lower() == "true",
        tuple(filter(None, after)),
        text(node, "unlock_at"),
    )


def _item(node: Node, requirements: Mapping[str, Requirement]) -> Item:
    identity = attribute(node, "identifier")
    return Item(
        identity,
        read_title(text(node, "title")),
        KINDS.get(text(node, "content_type").lower(), PageKind.PAGE),
        text(node, "identifierref"),
        text(node, "url"),
        max(0, _number(text(node, "indent"), 0)),
        state=state_of(text(node, "workflow_state")),
        requirement=requirements.get(identity),
    )


def _levelled(items: list[Item]) -> list[Item]:
    """What follows a heading lies under it until the next."""
    made: list[Item] = []
    below_heading = False
    for item in items:
        heading = item.kind == PageKind.SUBHEADING
        level = 1 if below_heading and not heading else 0
        below_heading = below_heading or heading
        made.append(replace(item, level=level))
    return made


def read_file_licences(root: Node | None) -> Mapping[str, Licence]:
    """files_meta.xml: the licence of each file that has one, by its identifier."""
    return {
        attribute(node, "identifier"): licence_of(attribute(rights, "license") or text(rights, "license"))
        for node in below(root, "file")
        for rights in below(node, "usage_rights")
    }


def _number(written: str, otherwise: int) -> int:
    plain = written.strip()
    return int(plain) if plain.removeprefix("-").isdecimal() and len(plain) < 9 else otherwise
