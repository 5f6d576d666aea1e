"""The methods that come with Sløyfe are whole, and a bad file is refused in words."""

from pathlib import Path

import pytest

from sloyfe.cycle.meetings import content
from sloyfe.cycle.meetings.content.entries import BadMethodError
from sloyfe.cycle.meetings.scripts import Form, Grouping, Method, Output, Phase
from sloyfe.kit.text import Status, Text

ALL = {
    "igp-kort",
    "igp",
    "igp-lang",
    "laerende-mote",
    "stastedsmote",
    "forventningsavklaring",
    "dialogkonferanse",
    "kafedialog",
    "gallerivandring",
    "swot",
    "prioritering",
    "praksisfortelling",
    "planleggingsdag",
    "placemat",
    "lyttende-dialog",
}
IGP = content.FOLDER / "methods" / "igp.toml"
each_method = pytest.mark.parametrize("method", content.methods(), ids=lambda method: method.key)


def changed(folder: Path, before: str, after: str) -> Path:
    """The file of IGP with one thing otherwise."""
    words = IGP.read_text("utf-8")
    assert before in words
    file = folder / "igp.toml"
    file.write_text(words.replace(before, after, 1), "utf-8")
    return file


def texts(method: Method) -> list[Text]:
    of_phases = [text for phase in method.phases for text in (phase.title, phase.task, phase.help)]
    lists = (*method.when, *method.when_not, *method.materials, *method.preparation, *method.after)
    return [method.title, method.what_for, *lists, *of_phases, *filter(None, [method.task_before])]


def phase_of(method: str, phase: str) -> Phase:
    return next(each for each in content.method(method).phases if each.key == phase)


def test_every_method_of_the_handbook_is_there():
    assert {method.key for method in content.methods()} == ALL


@each_method
def test_the_minutes_of_the_phases_are_the_minutes_of_the_method(method: Method):
    assert sum(phase.minutes.usual for phase in method.phases) == method.minutes == method.script.timed[-1].ends


@each_method
def test_every_text_is_in_both_languages(method: Method):
    assert [str(text) for text in texts(method) if {text.status("nb"), text.status("nn")} != {Status.OK}] == []


@each_method
def test_what_is_written_alone_is_private(method: Method):
    assert [phase.key for phase in method.phases if phase.is_private != (phase.form is Form.INDIVIDUAL)] == []


def test_good_experiences_come_before_hard_ones():
    keys = [phase.key for phase in content.method("laerende-mote").phases]

    assert keys.index("good") + 1 == keys.index("hard")


def test_a_dialogue_conference_mixes_first_and_goes_home_with_a_task():
    phases = content.method("dialogkonferanse").phases
    seated = [(each.key, each.grouping) for each in phases if each.grouping is not Grouping.NONE]

    assert seated == [("room-1", "mixed"), ("room-3", "home"), ("room-4-task", "same")]
    assert phase_of("dialogkonferanse", "room-4-task").output is Output.TASKS


def test_groups_that_sit_together_again_are_those_named():
    assert phase_of("kafedialog", "first-table").groups_from == "round-1"
    assert phase_of("kafedialog", "round-3").groups_from == ""


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("minutes = 30", "minutes = 31", "igp.toml: minutes is 31, but the phases make 30"),
        ('form = "group"', 'form = "circle"', "igp.toml: phase 2 (group): form must be one of individual, pair"),
        ('title.nn = "IGP"\n', "", "igp.toml: title must be written in nb and nn"),
        ('grouping = "mixed"', 'grouping = "same"', "phase 2 (group): grouping same needs an earlier phase"),
        ('builds_on = ["alone"]', 'builds_on = ["home"]', "phase 2 (group): builds_on names 'home'"),
        ("by_turns = true", "by_turn = true", "igp.toml: phase 2 (group): does not know by_turn"),
        ('"chair", ', "", "phase 2 (group): one point per turn needs a chair among the roles"),
        ("minutes = [2, 5, 8]", "minutes = [6, 5, 8]", "phase 1 (alone): minutes must rise from least to most"),
        ('key = "igp"', 'key = "IGP"', "igp.toml: key is 'IGP'"),
        ('purpose = "think"', 'purpose = "win"', "igp.toml: purpose is 'win'"),
        ("version = 1", "version = 0", "igp.toml: version must be a whole number above 0, not 0"),
        ("version = 1", "version = ", "igp.toml: is not TOML"),
    ],
)
def test_a_bad_file_is_refused_with_where_and_why(tmp_path: Path, before: str, after: str, said: str):
    with pytest.raises(BadMethodError) as refused:
        content.load(changed(tmp_path, before, after))

    assert said in str(refused.value)
