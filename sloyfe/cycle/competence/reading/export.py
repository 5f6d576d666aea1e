"""The portal's export as JSON: a course, its modules and its pages, in one file or in many, wrapped or bare."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext_lazy as _

from sloyfe.cycle.competence.markup.notes import Notes
from sloyfe.cycle.competence.markup.packages import (
    Format,
    Item,
    ModuleTree,
    PackageTree,
    PageKind,
    Requirement,
)
from sloyfe.cycle.competence.markup.titles import language_of
from sloyfe.cycle.competence.reading.assembling import Progress, assembled
from sloyfe.cycle.competence.reading.draft import Draft, named_once
from sloyfe.cycle.competence.reading.exported import (
    Thing,
    listed,
    order_of,
    pieces_of,
    read_one,
    slug_in,
    titled,
    whole,
)
from sloyfe.cycle.competence.reading.html import decoded
from sloyfe.cycle.competence.reading.licences import licence_of
from sloyfe.cycle.competence.reading.links import Index
from sloyfe.kit.refusal import Refusal

KINDS = {
    "page": PageKind.PAGE, "wikipage": PageKind.PAGE, "discussion": PageKind.DISCUSSION, "quiz": PageKind.QUIZ,
    "discussiontopic": PageKind.DISCUSSION, "quizzes::quiz": PageKind.QUIZ, "assignment": PageKind.ASSIGNMENT,
    "file": PageKind.FILE, "attachment": PageKind.FILE, "externalurl": PageKind.WEB_LINK, "url": PageKind.WEB_LINK,
    "externaltool": PageKind.TOOL, "contextexternaltool": PageKind.TOOL, "subheader": PageKind.SUBHEADING,
    "contextmodulesubheader": PageKind.SUBHEADING,
}  # fmt: skip
HOLDERS = frozenset({"result", "course", "modules", "pages", "announcements"})
MOOC = "Illustrasjoner og filmer CC BY-NC-ND 4.0, annet innhold CC BY-NC-SA 4.0"


class BadExport(Refusal):
    sentence = _("JSON-fila er ikke en eksport fra kompetanseportalen: den har verken sider eller moduler.")
    status = 422


@dataclass
class _Found:
    """What was found in the files, by its shape."""

    course: dict[str, Any] = field(default_factory=dict)
    modules: list[Thing] = field(default_factory=list)
    pages: list[tuple[Thing, PageKind]] = field(default_factory=list)


def read_export(files: Mapping[str, bytes], notes: Notes, progress: Progress) -> PackageTree:
    """All files together are one package."""
    found = _Found()
    for name, content in files.items():
        try:
            _sort(json.loads(decoded(content, notes).lstrip("\ufeff")), found, PageKind.PAGE)
        except (ValueError, RecursionError) as error:
            raise BadExport from error
        notes.source = name
    if not found.pages and not found.modules:
        raise BadExport
    drafts = named_once([_draft(page, kind, notes.source) for page, kind in found.pages])
    index = Index()
    for draft in drafts:
        index.add_page(draft.identity, draft.reference)
    modules = tuple(_module(each, index) for each in sorted(found.modules, key=order_of))
    for item in (item for module in modules for item in module.items):
        index.items[item.identity] = item.page
    course = found.course
    package = PackageTree(
        str(course.get("id") or ""),
        titled(course.get("title") or course.get("name") or ""),
        read_one(course.get("description")),
        Format.EXPORT,
        "",
        modules,
        (),
        (),
        licence_of(MOOC if course.get("showMoocLicense") else str(course.get("license") or "")),
        tuple(filter(None, (language_of(str(each)) for each in listed(course.get("languages"))))),
        bool(course.get("hideIndentedContentForLeaders")),
    )
    return assembled(package, ((draft, index.target) for draft in drafts), len(drafts), notes, progress)


def _sort(thing: Any, found: _Found, kind: PageKind) -> None:
    """Every answer of the interface has a shape of its own; wrappers are taken off."""
    if isinstance(thing, list):
        for each in thing:
            _sort(each, found, kind)
    elif isinstance(thing, dict):
        inner = {key: thing[key] for key in thing if key in HOLDERS}
        if "content" in thing or "body" in thing or (kind == PageKind.ANNOUNCEMENT and "message" in thing):
            found.pages.append((thing, kind))
        elif "items" in thing:
            found.modules.append(thing)
        elif inner:
            _sort_inner(thing, inner, found, kind)
        elif "title" in thing or "frontpageSlugID" in thing:
            found.course.update(thing)
        else:
            for value in thing.values():
                if isinstance(value, dict | list):
                    _sort(value, found, kind)


def _sort_inner(thing: Thing, inner: Thing, found: _Found, kind: PageKind) -> None:
    own = {key: value for key, value in thing.items() if key not in inner and key != "status"}
    found.course.update(own if "title" in own or "id" in own else {})
    for key, value in inner.items():
        values = list(value.values()) if key == "pages" and _by_slug(value) else value
        _sort(values, found, PageKind.ANNOUNCEMENT if key == "announcements" else kind)


def _by_slug(value: Any) -> bool:
    return isinstance(value, dict) and "content" not in value and "result" not in value


def _draft(page: Thing, kind: PageKind, source: str) -> Draft:
    content = page.get("content", page.get("body", page.get("message")))
    slug = slug_in(page)
    title = titled(page.get("title"))
    return Draft(
        str(page.get("id") or slug),
        title.raw,
        kind,
        f"{source}#{slug or page.get('id')}",
        dict(pieces_of(content)),
        front=bool(page.get("isFrontpage")),
        format=Format.EXPORT,
        reference=slug,
        title_entries=title,
    )


def _module(thing: Thing, index: Index) -> ModuleTree:
    items = sorted((each for each in listed(thing.get("items")) if isinstance(each, dict)), key=order_of)
    title = titled(thing.get("title"))
    return ModuleTree(
        str(thing.get("id") or read_one(thing.get("slug"))), title, tuple(_item(each, index) for each in items)
    )


def _item(thing: Thing, index: Index) -> Item:
    slug = slug_in(thing)
    kind = KINDS.get(str(thing.get("type") or "page").lower().replace("_", ""), PageKind.PAGE)
    page = index.page(slug) or (index.pages.get(str(thing.get("id"))) if not slug else None)
    shows_page = kind in {PageKind.PAGE, PageKind.DISCUSSION, PageKind.QUIZ, PageKind.ASSIGNMENT}
    requirement = thing.get("requirement")
    if isinstance(requirement, dict):
        requirement = requirement.get("type")
    return Item(
        str(thing.get("id") or slug),
        titled(thing.get("title")),
        kind,
        page or (slug if shows_page else ""),
        str(thing.get("url") or thing.get("externalUrl") or ""),
        whole(thing.get("indent")),
        requirement=Requirement(str(requirement)) if requirement else None,
    )
