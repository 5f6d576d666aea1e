"""What a course comes to: how long people waited, and whether anything is missing or there twice."""

from collections.abc import Mapping, Sequence
from typing import Any

from load.browsers import Browser
from load.line import Reply
from load.servers import Servers
from load.stage import Stage, found


def audited(stage: Stage, browsers: Sequence[Browser], *, late: int) -> dict[str, int]:
    """What the database holds beside what the browsers were told."""
    keys = {each.digest: each.key for each in browsers}
    kept = found(stage, keys)
    told = {each.digest: each.kept for each in browsers if each.kept}
    laid = [name for each in browsers for name in each.laid]
    return {
        "participants_doubled": kept.attendees - len(browsers),
        "notes_lost": sum(kept.notes.get(digest) != words for digest, words in told.items()),
        "points_lost": sum(name not in kept.points for name in laid),
        "points_doubled": len(kept.points) - len(set(laid)),
        "after_the_grace": late,
    }


def told(browsers: Sequence[Browser], pressed: Mapping[int, float]) -> dict[str, Any]:
    """When the page was whole after each press, how long what it fetched took, and how close frames came."""
    fetched = [fetch for each in browsers for fetch in each.fetches]
    seen = [each.seen for each in browsers]
    whole = {
        turn: [each.whole_at[turn] - at for each in browsers if turn in each.whole_at] for turn, at in pressed.items()
    }
    return {
        "whole": {turn: spread(seconds) for turn, seconds in whole.items()},
        "fetches": {turn: spread([wait for at, wait in fetched if at == turn]) for turn in (0, *pressed)}
        | {"failed": sum(each.unfetched for each in browsers)},
        "frames": {
            "sent": sum(each.frames for each in seen),
            "largest_bytes": max(each.largest for each in seen),
            "closest": round(min(each.closest for each in seen), 2),
            "closer_than_0.9": sum(each.closest < 0.9 for each in seen),
        },
    }


def spent(servers: Servers, people: int) -> dict[str, float]:
    """Memory and processor time of the servers."""
    return {
        "memory_mb": round(servers.memory),
        "cpu_s": round(servers.cpu, 1),
        "cpu_ms_per_participant": round(servers.cpu * 1000 / people, 1),
    }


def spread(seconds: Sequence[float]) -> dict[str, float]:
    """How many, and the middle, the slowest twentieth, the slowest hundredth and the slowest."""
    ordered = sorted(seconds)
    if not ordered:
        return {"n": 0}
    at = {"p50": 0.5, "p95": 0.95, "p99": 0.99}
    found = {name: round(ordered[min(len(ordered) - 1, int(part * len(ordered)))], 3) for name, part in at.items()}
    return {"n": len(ordered), **found, "max": round(ordered[-1], 3)}


def refused(replies: Sequence[Reply]) -> dict[str, int]:
    """How many the server said no to."""
    return {"refused": sum(reply.status != 200 for reply in replies)}
