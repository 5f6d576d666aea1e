"""Goals and measures of the network, and the needs report that tells of them."""

from sloyfe.cycle.needs.actions import reports
from sloyfe.cycle.needs.models import Priority
from sloyfe.cycle.needs.queries.prioritisation import priorities
from sloyfe.cycle.plan.actions import goals as acting
from sloyfe.cycle.plan.actions.measures import plan_measure
from sloyfe.cycle.plan.actions.needs_reports import tell_needs_reports
from sloyfe.cycle.plan.models import Goal, Measure
from sloyfe.cycle.plan.queries import indicators
from sloyfe.site.demo.material import Told, text
from sloyfe.site.demo.needs import Needs
from sloyfe.site.demo.stage import Stage

Goals = dict[str, Goal]
Measures = dict[str, Measure]


def set_goals(stage: Stage, merged: Needs) -> Goals:
    """Each goal from its priority, with its signs, and measured or, in so many words, not."""
    chosen = {row.need_id: row for row in priorities(stage.this_round)}
    found = {}
    for nth, entry in enumerate(stage.entries("goal")):
        goal = _goal(stage, entry, chosen[merged[entry["need"]].pk], nth)
        _settle(stage, entry, goal)
        found[entry["key"]] = goal
    return found


def plan_measures(stage: Stage, goals: Goals) -> Measures:
    """Who does what, from when to when."""
    planned = {}
    for nth, entry in enumerate(stage.entries("measure")):
        note = stage.told["measure_notes"][entry["key"]]
        planned[entry["key"]] = plan_measure(
            stage.this_round,
            goals=[goals[entry["goal"]]],
            title=text(entry),
            starts=stage.day(entry["starts"]),
            ends=stage.day(entry["ends"]),
            resources=text(note),
            hours=note["hours"],
            freedom=note["freedom"],
            responsible_person=stage.people[stage.told["responsible"][entry["responsible"]]],
            by=stage.coordinator,
            at=stage.at("09-30", 9, nth),
        )
    return planned


def report_needs(stage: Stage) -> None:
    """The needs report: filled with what is known, the rest written, the award and the own shares noted."""
    told = stage.told["report"]
    by = stage.coordinator
    report = reports.begin_report(
        stage.this_round,
        stage.parties[told["applicant"]],
        county=told["county"],
        year=stage.year.start,
        due_on=stage.day(told["due"]),
        own_share_percent=told["own_share_percent"],
        by=by,
        at=stage.at(told["begun"]),
    )
    answers = {row.field: row for row in report.answers.all()}
    for field, words in told["answers"].items():
        row = answers[field]
        reports.answer_field(row, text(words), version=row.version, by=by, at=stage.at("09-30", 14))
    tell_needs_reports(stage.this_round, by=by, at=stage.at("10-01", 14))
    for entry in stage.entries("share"):
        party = stage.parties[entry["party"]]
        reports.note_own_share(
            report,
            party,
            kind=entry["kind"],
            amount=entry["amount"],
            note=entry["note"],
            by=by,
            at=stage.at("10-01", 15),
        )
    awarded = stage.day(told["awarded"])
    at = stage.at(told["awarded"], 14)
    reports.note_award(report, amount=told["amount"], awarded_on=awarded, reference=told["reference"], by=by, at=at)


def _goal(stage: Stage, entry: Told, priority: Priority, nth: int) -> Goal:
    by = stage.coordinator
    goal = acting.set_goal(
        stage.this_round,
        priority=priority,
        kind=entry["kind"],
        wording=text(entry),
        by=by,
        at=stage.at("09-29", 10, nth),
    )
    for line, sign in enumerate(entry.get("sign", ())):
        acting.add_sign(goal, words=text(sign), by=by, at=stage.at("09-29", 11, line))
    return goal


def _settle(stage: Stage, entry: Told, goal: Goal) -> None:
    by, at = stage.coordinator, stage.at("09-29", 12)
    if "not_measured" in entry:
        acting.leave_unmeasured(goal, version=goal.version, reason=text(entry["not_measured"]), by=by, at=at)
        return
    asked = next(each for each in indicators.measurables(stage.space) if each.item == entry["indicator"])
    acting.measure_goal(
        goal,
        version=goal.version,
        instrument=asked.instrument,
        item=asked.item,
        wording=asked.wording,
        by=by,
        at=at,
    )
    start = indicators.start_figure(stage.space, asked.instrument, asked.item)
    acting.record_baseline(goal, start, by=by, at=at)
