"""Every address of the product, with a real row behind each part of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID, uuid4

from django.apps import apps
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from sloyfe.access.models import Space
from sloyfe.access.scoping import SpaceOwned


@dataclass(frozen=True)
class Choice:
    """Which row of a table stands in an address: the first by natural order, so that it is the same every time."""

    label: str
    order: tuple[str, ...]
    space: str = ""  # how a table without a space of its own finds the partnership
    at_unit: bool | None = None


# (route fragment, name of the part) → the row that stands there; the longest fragment that fits decides.
ROWS = {
    ("organisasjoner/importer/", "key"): Choice("organisations.ImportFile", ("at",)),
    ("organisasjoner/", "key"): Choice("organisations.Organisation", ("name",)),
    ("sporreskjema/", "key"): Choice("surveys.Instrument", ("-audience", "template")),
    ("sporreskjema/", "item"): Choice("surveys.Item", ("-instrument__audience", "position"), "instrument__space"),
    ("sporreskjema/", "part"): Choice("surveys.Part", ("-instrument__audience", "position"), "instrument__space"),
    ("undersokelser/", "key"): Choice("surveys.Wave", ("opens_on", "mode")),
    ("undersokelser/tall/filer/", "key"): Choice("surveys.FigureFile", ("-at", "name")),
    ("undersokelser/tall/", "key"): Choice("surveys.FigureImport", ("at",)),
    ("", "figure"): Choice("surveys.OutsideFigure", ("-n", "indicator", "place__title")),
    ("behov/funn/tall/", "wave"): Choice("surveys.Wave", ("opens_on", "mode")),
    ("parter/", "key"): Choice("partnership.Party", ("organisation__name",)),
    ("forventninger/", "key"): Choice("partnership.Expectation", ("by_party__organisation__name", "words")),
    ("medvirkning/", "key"): Choice("partnership.Involvement", ("on", "who")),
    ("folk/", "key"): Choice("access.Seat", ("person__email", "role"), "space"),
    ("invitasjoner/", "key"): Choice("partnership.Invitation", ("given_at", "email")),
    ("oppgaver/", "key"): Choice("partnership.Task", ("due", "what")),
    ("datoer/", "key"): Choice("partnership.YearWheelDate", ("on", "title")),
    ("behov/funn/", "key"): Choice("needs.Finding", ("kind", "title"), at_unit=False),
    ("behov/felles/", "key"): Choice("needs.Need", ("wording",), at_unit=False),
    ("behov/felles/", "part"): Choice("needs.Need", ("wording",), at_unit=True),
    ("behov/melding/", "key"): Choice("needs.NeedsReport", ("begun_at",)),
    ("enheter/<uuid:place>/behov/", "key"): Choice("needs.Need", ("wording",), at_unit=True),
    ("", "goal"): Choice("plan.Goal", ("wording",)),
    ("", "sign"): Choice("plan.Sign", ("words",), "goal__space"),
    ("plan/tiltak/", "measure"): Choice("plan.Measure", ("title",), at_unit=False),
    ("", "measure"): Choice("plan.Measure", ("title",), at_unit=False),
    ("egne-tiltak/", "measure"): Choice("plan.Measure", ("title",), at_unit=True),
    ("", "member"): Choice("plan.DevelopmentGroupMember", ("name", "joined_at"), "plan__space"),
    ("", "product"): Choice("plan.EndProduct", ("what",), "plan__space"),
    ("", "step"): Choice("plan.CompetenceStep", ("what",), "plan__space"),
    ("mellomarbeid/", "work"): Choice("networks.BetweenWork", ("title",)),
    ("pakker/innlesinger/", "run"): Choice("competence.PackageImport", ("at",)),
    ("pakker/utkast/", "draft"): Choice("competence.PackageDraft", ("at",)),
    ("pakker/utkast/", "page"): Choice("competence.DraftPage", ("position",)),
    ("pakker/utkast/", "file"): Choice("competence.DraftFile", ("name",)),
    ("utgaver/", "version"): Choice("competence.PackageVersion", ("number",)),
    ("", "package"): Choice("competence.Package", ("identity",)),
    ("notater/felles/", "note"): Choice("competence.TeamNote", ("at",)),
    ("", "done"): Choice("competence.UnitDone", ("on",)),
    ("sider/", "page"): Choice("competence.Page", ("-position",)),
    ("nytt-mote/", "page"): Choice("competence.Page", ("-position",)),
    ("", "asset"): Choice("competence.Asset", ("path",)),
    ("", "meeting"): Choice("meetings.Meeting", ("-starts", "-on")),
    ("grupper/", "phase"): Choice(
        "meetings.MeetingPhase", ("-meeting__starts", "-meeting__on", "grouping", "position"), "meeting__space"
    ),
    ("", "attendee"): Choice("meetings.Attendee", ("-meeting__starts", "-meeting__on", "came_at"), "meeting__space"),
    ("", "group"): Choice(
        "meetings.Group", ("-seating__phase__meeting__starts", "number"), "seating__phase__meeting__space"
    ),
    ("", "phase"): Choice("meetings.MeetingPhase", ("-meeting__starts", "-meeting__on", "position"), "meeting__space"),
}
UNIT_KEY = "invitasjoner/sted/"
WORDS = {
    "language": "nb",
    "key": "goals",
    "fmt": "pdf",
    "kind": "pdf",
    "format": "pdf",
    "year": 2026,
    "number": 1,
    "item": "B1",
    "code": "AAAAAAAAAA",
    "sort": "fortelling",
    "field": "title",
    "method": "igp",
    "becomes": "behov",
    "listing": "bord",
    "role": "chair",
}


@dataclass(frozen=True)
class Address:
    """A route as written in the table of contents, and a path to try."""

    route: str
    path: str


def addresses(space: Space, owner: Space, unit: Space) -> list[Address]:
    """Every route, filled in for this partnership."""
    known = []
    for route, name, parts in _routes():
        given = {part: _value(route, part, space, owner, unit) for part in parts}
        known.append(Address(route, reverse(name, kwargs=given)))
    return known


def _routes() -> Iterator[tuple[str, str, list[str]]]:
    yield from _walk(get_resolver().url_patterns, "", [], [])


def _walk(
    patterns: list[URLPattern | URLResolver], before: str, names: list[str], parts: list[str]
) -> Iterator[tuple[str, str, list[str]]]:
    for pattern in patterns:
        route = before + str(pattern.pattern)
        known = [*parts, *pattern.pattern.regex.groupindex]
        if isinstance(pattern, URLResolver):
            inside = [*names, pattern.namespace] if pattern.namespace else names
            yield from _walk(pattern.url_patterns, route, inside, known)
        else:
            yield route, ":".join([*names, str(pattern.name)]), known


def _value(route: str, part: str, space: Space, owner: Space, unit: Space) -> object:
    if part == "slug":
        return space.slug
    if part == "place":
        return owner.pk if "plan/eier/" in route else unit.pk
    if part == "owner":
        return owner.pk
    is_row = f"<uuid:{part}>" in route or ("{36}" in route and part == "key")
    return (_row(route, part, space, unit) or uuid4()) if is_row else WORDS[part]


def _row(route: str, part: str, space: Space, unit: Space) -> UUID | None:
    if UNIT_KEY in route:
        return unit.pk
    fits = [(fragment, choice) for (fragment, named), choice in ROWS.items() if named == part and fragment in route]
    if not fits:
        return None
    choice = max(fits, key=lambda fit: len(fit[0]))[1]
    model = apps.get_model(choice.label)
    rows = model._base_manager.all()
    if choice.space:
        rows = rows.filter(**{f"{choice.space}__path__startswith": space.path})
    elif issubclass(model, SpaceOwned):
        rows = rows.filter(space=space)
    if choice.at_unit is not None:
        field = "unit__place" if choice.label == "plan.Measure" else "place"
        rows = rows.filter(**({field: unit} if choice.at_unit else {f"{field}__isnull": True}))
    row = rows.order_by(*choice.order).first()
    return row.pk if row else None
