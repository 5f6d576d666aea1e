"""What a course comes to: how long people waited, and whether anything is missing or there twice."""

from collections.abc import Sequence

from load.browsers import Browser
from load.line import Reply
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
