"""Every address of the product, with a real row behind each part of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID, uuid4

from django.apps import apps
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from sloyfe.access.models import Space
from sloyfe.access.scoping import SpaceOwned

# (route fragment, name of the part) → the table whose row stands there; the longest fragment that fits decides.
ROWS = {
    ("organisasjoner/importer/", "key"): "organisations.ImportFile",
    ("organisasjoner/", "key"): "organisations.Organisation",
    ("sporreskjema/", "key"): "surveys.Instrument",
    ("sporreskjema/", "item"): "surveys.Item",
    ("undersokelser/", "key"): "surveys.Wave",
    ("behov/funn/tall/", "wave"): "surveys.Wave",
    ("parter/", "key"): "partnership.Party",
    ("forventninger/", "key"): "partnership.Expectation",
    ("medvirkning/", "key"): "partnership.Involvement",
    ("folk/", "key"): "access.Seat",
    ("invitasjoner/sted/", "key"): "access.Space",
    ("invitasjoner/", "key"): "partnership.Invitation",
    ("oppgaver/", "key"): "partnership.Task",
    ("datoer/", "key"): "partnership.YearWheelDate",
    ("behov/funn/", "key"): "needs.Finding",
    ("behov/felles/", "key"): "needs.Need",
    ("behov/felles/", "part"): "needs.Need",
    ("behov/melding/", "key"): "needs.NeedsReport",
    ("enheter/<uuid:place>/behov/", "key"): "needs.Need",
    ("", "goal"): "plan.Goal",
    ("", "sign"): "plan.Sign",
    ("", "measure"): "plan.Measure",
    ("", "member"): "plan.DevelopmentGroupMember",
    ("", "product"): "plan.EndProduct",
    ("", "step"): "plan.CompetenceStep",
}
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
}


@dataclass(frozen=True)
class Address:
    """A route as written in the table of contents, and a path to try."""

    route: str
    path: str


def addresses(space: Space, owner: Space, unit: Space) -> list[Address]:
    """Every route, filled in for this partnership."""
    return [Address(route, _path(name, route, parts, space, owner, unit)) for route, name, parts in _routes()]


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


def _path(name: str, route: str, parts: list[str], space: Space, owner: Space, unit: Space) -> str:
    given: dict[str, object] = {}
    for part in parts:
        if part == "slug":
            given[part] = space.slug
        elif part == "place":
            given[part] = owner.pk if "plan/eier/" in route else unit.pk
        elif part == "owner":
            given[part] = owner.pk
        else:
            is_row = f"<uuid:{part}>" in route or ("{36}" in route and part == "key")
            given[part] = (_row(route, part, space, unit) or uuid4()) if is_row else WORDS[part]
    return reverse(name, kwargs=given)


def _row(route: str, part: str, space: Space, unit: Space) -> UUID | None:
    fits = [(fragment, label) for (fragment, named), label in ROWS.items() if named == part and fragment in route]
    if not fits:
        return None
    label = max(fits, key=lambda fit: len(fit[0]))[1]
    model = apps.get_model(label)
    if model is Space:
        return unit.pk
    if issubclass(model, SpaceOwned):
        row = model.objects.in_space(space).order_by("pk").first()
    else:
        row = model._base_manager.order_by("pk").first()
    return row.pk if row else None
