"""What was seen in the units: stories, figures, children's voice, and the meetings of the small ones."""

from decimal import Decimal

from sloyfe.cycle.needs.actions.findings import Imported, Reference, Seen, record_finding
from sloyfe.cycle.needs.actions.process import Meeting, record_process
from sloyfe.cycle.needs.models import Finding, FindingKind
from sloyfe.kit.text import Text
from sloyfe.site.demo.material import Told, text
from sloyfe.site.demo.stage import Stage
from sloyfe.surveys.models import Wave

Backing = dict[str, list[Finding]]
MINUTES = ("good", "hard", "own_part")


def record(stage: Stage, wave: Wave | None) -> Backing:
    """Every finding; by the key of the need that builds on it."""
    found: Backing = {}
    for entry in stage.entries("story"):
        _keep(found, entry, _story(stage, entry))
    for entry in stage.entries("voice"):
        _keep(found, entry, _voice(stage, entry))
    for entry in stage.entries("figure"):
        if wave is not None:
            _keep(found, entry, _figure(stage, entry, wave))
    for entry in stage.entries("imported"):
        _keep(found, entry, _imported(stage, entry))
    return found


def hold_meetings(stage: Stage) -> None:
    """The small units talk it through, and their need comes out of the minutes."""
    needs = {entry["key"]: entry for entry in stage.entries("need")}
    for entry in stage.entries("meeting"):
        source = _language(stage, entry["unit"])
        minutes = {prompt: text(entry[prompt], source=source) for prompt in MINUTES}
        minutes["agree"] = text(needs[entry["need"]], source=source)
        record_process(
            stage.this_round,
            stage.place(entry["unit"]),
            Meeting(stage.day("09-08"), entry["took_part"], entry["groups"]),
            minutes,
            theme=stage.told["themes"][entry["need"]],
            by=stage.leader(entry["unit"]),
            at=stage.at("09-09"),
        )


def _story(stage: Stage, entry: Told) -> Finding:
    source = _language(stage, entry["unit"])
    seen = Seen(
        text(entry["title"], source=source),
        stage.told["themes"][entry["need"]],
        story=text(entry["text"], source=source),
        interpretation=text(entry["interpretation"], source=source),
        anonymised=True,
    )
    return _recorded(stage, FindingKind.STORY, entry["unit"], seen)


def _voice(stage: Stage, entry: Told) -> Finding:
    seen = Seen(
        text(stage.told["voice_titles"][entry["key"]]),
        stage.told["themes"][entry["need"]],
        story=text(entry["text"]),
        asked_how=text(entry["how"]),
        interpretation=text(entry["answer"]),
        anonymised=True,
    )
    return _recorded(stage, FindingKind.CHILDREN, entry["unit"], seen)


def _figure(stage: Stage, entry: Told, wave: Wave) -> Finding:
    theme = entry["item"].partition(".")[2]
    seen = Seen(text(entry["title"]), theme, interpretation=text(entry["interpretation"]))
    place = stage.place(entry["place"]) if entry["place"] else None
    number = Reference(wave, entry["item"], place)
    return _recorded(stage, FindingKind.FIGURE, entry["place"], seen, number=number, by=entry["by"])


def _imported(stage: Stage, entry: Told) -> Finding:
    seen = Seen(text(entry["title"]), "inclusive_practice", interpretation=text(entry["interpretation"]))
    number = Imported(
        source="Elevundersøkelsen",
        indicator="Trivsel",
        period=str(stage.year.previous),
        value=Decimal(entry["value"]) if entry["value"] else None,
        comparison="1–5",
    )
    return _recorded(stage, FindingKind.FIGURE, entry["place"], seen, number=number, by=entry["by"])


def _recorded(
    stage: Stage,
    kind: FindingKind,
    place: str,
    seen: Seen,
    *,
    number: Imported | Reference | None = None,
    by: str = "",
) -> Finding:
    who = stage.people[by] if by else stage.leader(place)
    at = stage.at("09-09", 13)
    return record_finding(stage.this_round, kind, stage.place(place), seen, by=who, at=at, number=number)


def _keep(found: Backing, entry: Told, finding: Finding) -> None:
    if "need" in entry:
        found.setdefault(entry["need"], []).append(finding)


def _language(stage: Stage, unit: str) -> str:
    return stage.organisations[unit].language


def unit_text(stage: Stage, unit: str, told: Told) -> Text:
    """Words that a unit wrote in its own language first."""
    return text(told, source=_language(stage, unit))
