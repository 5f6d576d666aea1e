"""A file's tables → a method."""

from sloyfe.cycle.meetings.content.entries import Entry
from sloyfe.cycle.meetings.scripts import Form, Grouping, GroupRole, Material, Method, Output, Phase


def read_method(entry: Entry) -> Method:
    """The whole of a file; groups that sit together again keep their size unless another is given."""
    phases = read_phases(entry)
    method = Method(
        key=entry.word("key"),
        version=entry.number("version"),
        title=entry.text("title"),
        purpose=entry.word("purpose"),
        position=entry.number("position"),
        what_for=entry.text("what_for"),
        when=entry.texts("when"),
        when_not=entry.texts("when_not"),
        people=entry.span("people"),
        minutes=entry.number("minutes"),
        materials=entry.texts("materials"),
        preparation=entry.texts("preparation"),
        task_before=entry.text_or_none("task_before"),
        after=entry.texts("after"),
        phases=phases,
    )
    entry.finished()
    return method


def read_phases(entry: Entry) -> tuple[Phase, ...]:
    """Its phases in order."""
    phases: list[Phase] = []
    for each in entry.entries("phase"):
        phases.append(_phase(each, phases))
    return tuple(phases)


def _phase(entry: Entry, before: list[Phase]) -> Phase:
    grouping = entry.choice_or_none("grouping", Grouping) or Grouping.NONE
    named = entry.word_or_empty("groups_from")
    groups_from = named or (_last_groups(before) if grouping is Grouping.SAME else "")
    kept = next((phase.size for phase in before if phase.key == groups_from), None)
    phase = Phase(
        key=entry.word("key"),
        title=entry.text("title"),
        form=entry.choice("form", Form),
        minutes=entry.span("minutes"),
        grouping=grouping,
        groups_from=groups_from,
        size=entry.span_or_none("size") or kept,
        roles=entry.choices("roles", GroupRole),
        task=entry.text("task"),
        help=entry.text("help"),
        output=entry.choice_or_none("output", Output),
        how_many=entry.number_or_none("how_many"),
        builds_on=entry.words("builds_on"),
        material=entry.choice_or_none("material", Material),
        by_turns=entry.flag("by_turns"),
        parks_objections=entry.flag("parks_objections"),
        beforehand=entry.flag("beforehand"),
        hosts_stay=entry.flag("hosts_stay"),
    )
    entry.finished()
    return phase


def _last_groups(before: list[Phase]) -> str:
    """The phase that last gave people new places; empty when nobody sits in groups yet."""
    return next((phase.key for phase in reversed(before) if phase.forms_groups), "")
