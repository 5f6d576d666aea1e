"""Needs of the units, merged into needs of the network, and the points that put them in order."""

from collections.abc import Iterator, Mapping
from itertools import cycle

from sloyfe.access.models import Seat
from sloyfe.access.policy import Can
from sloyfe.access.queries import visit
from sloyfe.access.roles import Role
from sloyfe.cycle.needs.actions import merging
from sloyfe.cycle.needs.actions.deciding import Choice, decide
from sloyfe.cycle.needs.actions.needs import build_on, confirm_need, word_need
from sloyfe.cycle.needs.actions.prioritisation import Gift, close_prioritisation, give_points, open_prioritisation
from sloyfe.cycle.needs.models import Need, OwnerPriority, Prioritisation, RoleGroup, group_of
from sloyfe.cycle.needs.queries import needs as queries
from sloyfe.cycle.needs.queries.prioritisation import prioritisation
from sloyfe.kit.text import Text
from sloyfe.site.demo.findings import Backing, unit_text
from sloyfe.site.demo.material import Told, text
from sloyfe.site.demo.stage import Stage

Needs = dict[str, Need]
Reasons = Mapping[str, Iterator[Told]]
POINTS = 5
OPENED = "09-18"


def word_unit_needs(stage: Stage, findings: Backing) -> Needs:
    """Each unit words its need, builds it on what was seen, and its leader stands behind it."""
    met = {entry["need"] for entry in stage.entries("meeting")}
    worded = {}
    for entry in stage.entries("need"):
        key, unit = entry["key"], entry["unit"]
        by = stage.leader(unit)
        need = _of_meeting(stage, unit) if key in met else _worded(stage, entry)
        if key in findings:
            build_on(need, findings[key], by=by, at=stage.at("09-10", 15))
        confirm_need(need, version=need.version, by=by, at=stage.at("09-11"))
        worded[key] = need
    return worded


def merge(stage: Stage, unit_needs: Needs, findings: Backing) -> Needs:
    """The coordinator gathers what she can see; a place that has not opened keeps its need to itself."""
    merged = {}
    kari = visit(stage.coordinator, stage.space.slug or "", on=stage.day("09-14"))
    for nth, entry in enumerate(stage.entries("network_need")):
        parts = [unit_needs[key] for key in entry["from"]]
        seen = [need for need in parts if kari and need.place and kari.may(Can.NEED_SEE, need.place)]
        merged[entry["key"]] = merging.merge_needs(
            stage.this_round,
            seen,
            text(entry),
            theme=stage.told["themes"][entry["key"]],
            by=stage.coordinator,
            at=stage.at("09-14", 10, nth),
        )
        build_on(merged[entry["key"]], findings.get(entry["key"], []), by=stage.coordinator, at=stage.at("09-14", 11))
    _answer_merges(stage, unit_needs, merged)
    _comment(stage, merged)
    return merged


def open_points(stage: Stage, *, closes: str) -> Prioritisation:
    """Let everybody with a role give points."""
    return open_prioritisation(
        stage.this_round,
        points_each=POINTS,
        groups=list(RoleGroup),
        closes_on=stage.day(closes),
        by=stage.coordinator,
        at=stage.at(OPENED, 14),
    )


def prioritise(stage: Stage, merged: Needs) -> None:
    """Points with reasons, the closure, and an order that steering answers for."""
    told = stage.told["points"]
    opened = open_points(stage, closes=told["closed"])
    give(stage, opened, merged)
    close_prioritisation(opened, by=stage.coordinator, at=stage.at(told["closed"], 16))
    closed = prioritisation(stage.this_round)
    if closed is None:
        raise LookupError("the giving of points is gone")
    reasons = {entry["key"]: text(entry["reason"]) for entry in stage.entries("network_need")}
    choices = [Choice(merged[key], rank, reasons[key]) for rank, key in enumerate(told["chosen"], 1)]
    decide(closed, choices, text(told["deviation"]), by=stage.coordinator, at=stage.at(told["decided"]))


def give(stage: Stage, opened: Prioritisation, merged: Needs) -> None:
    """Everybody with a role of their own gives points: most of them to two or three needs."""
    seats = Seat.objects.filter(space__path__startswith=stage.space.path, until=None).exclude(role=Role.STAFF)
    given = set()
    said = stage.entries("point_reason")
    reasons = {key: cycle([entry for entry in said if entry["need"] == key]) for key in merged}
    for seat in seats.select_related("person", "space").order_by("person__email", "role"):
        group = group_of(Role(seat.role))
        if group and seat.person_id not in given:
            given.add(seat.person_id)
            gifts = _gifts(stage, merged, reasons, group, seat.person.language)
            at = stage.at(OPENED, 15)
            give_points(opened, gifts, by=seat.person, group=group, place=seat.space, at=at)


def _gifts(stage: Stage, merged: Needs, reasons: Reasons, group: RoleGroup, language: str) -> list[Gift]:
    told = stage.told["points"]
    keys = list(merged)
    weights = told["weights"][group.value][: len(keys)]
    thrown = stage.dice.choices(keys, weights, k=POINTS)
    best = max(keys, key=lambda key: (thrown.count(key), -keys.index(key)))
    reason = next(reasons[best])[language]
    counted = {key: thrown.count(key) for key in keys if key in thrown}
    return [Gift(merged[key].pk, points, reason if key == best else "") for key, points in counted.items()]


def _worded(stage: Stage, entry: Told) -> Need:
    return word_need(
        stage.this_round,
        stage.place(entry["unit"]),
        unit_text(stage, entry["unit"], entry),
        theme=stage.told["themes"][entry["key"]],
        involvement=unit_text(stage, entry["unit"], stage.told["heard"]),
        by=stage.leader(entry["unit"]),
        at=stage.at("09-10"),
    )


def _of_meeting(stage: Stage, unit: str) -> Need:
    return queries.needs_of(stage.place(unit), stage.this_round)[0]


def _answer_merges(stage: Stage, unit_needs: Needs, merged: Needs) -> None:
    lost = stage.told.get("lost", {})
    keys = {need.pk: key for key, need in unit_needs.items()}
    for into in merged.values():
        for row in into.parts.select_related("part__place", "into"):
            key = keys[row.part_id]
            unit = next(entry["unit"] for entry in stage.entries("need") if entry["key"] == key)
            merging.answer_merge(
                row,
                lost=lost.get(key, ""),
                version=into.version,
                by=stage.leader(unit),
                at=stage.at("09-16"),
            )


def _comment(stage: Stage, merged: Needs) -> None:
    for entry in stage.entries("comment"):
        by, at = stage.people[entry["by"]], stage.at("09-17")
        merging.comment(merged[entry["need"]], entry["words"], by=by, at=at)
    ties: dict[str, list[OwnerPriority]] = {}
    for entry in stage.entries("owner_priority"):
        place = stage.place(entry["owner"])
        title: Text = text(entry)
        named = merging.name_owner_priority(
            place, title, space=stage.space, by=stage.coordinator, at=stage.at("09-14", 9)
        )
        for key in entry["supports"]:
            ties.setdefault(key, []).append(named)
    for key, named_ones in ties.items():
        merging.tie(merged[key], named_ones, by=stage.coordinator, at=stage.at("09-14", 14))
