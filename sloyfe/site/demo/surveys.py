"""The staff survey and the leaders' survey: made, opened, answered, closed, released and screened."""

from sloyfe.people.models import Person
from sloyfe.site.demo.answers import replies
from sloyfe.site.demo.material import Told
from sloyfe.site.demo.stage import Stage
from sloyfe.surveys import queries, release
from sloyfe.surveys.actions import answering, building, closing, inviting, naming, running, sharing
from sloyfe.surveys.models import Instrument, Wave
from sloyfe.surveys.sheet import Sheet

FEWEST_SCALE, FEWEST_TEXT = 5, 10
SOURCES = ("staff_survey", "children_voice", "observation", "practice_stories", "status_reports")


def ask_the_staff(stage: Stage) -> Wave:
    """The anonymous wave, from the first draft to the released figures."""
    told = stage.told["survey"]
    wave = _planned(stage, "staff", told["opened"], told["closed"])
    running.open_wave(wave, by=stage.coordinator, at=stage.at(told["opened"], 8))
    _answer(stage, wave)
    closing.close_wave(wave, by=stage.coordinator, at=stage.at(told["closed"], 16), dice=None)
    return _again(wave)


def screen_and_share(stage: Stage, wave: Wave) -> None:
    """Somebody reads every free text first, and some units let the others see their figures."""
    told = stage.told["survey"]
    held = {entry["words"] for entry in told.get("held_text", ())}
    by = stage.coordinator
    for text in release.to_screen(wave):
        sharing.screen_text(wave, text, passed=text.words not in held, by=by, at=stage.at(told["screened"], 14))
    for unit in told.get("share_figures", ()):
        sharing.share_figures(wave, stage.place(unit), by=stage.leader(unit), at=stage.at(told["shared"]))


def ask_the_leaders(stage: Stage) -> Wave:
    """The named wave, after the staff's figures are there."""
    told = stage.told["survey"]
    wave = _planned(stage, "leader", told["leaders_opened"], told["leaders_closed"])
    running.open_wave(wave, by=stage.coordinator, at=stage.at(told["leaders_opened"]))
    naming.invite_leaders(wave, by=stage.coordinator, at=stage.at(told["leaders_opened"], 11))
    wave = _again(wave)
    for entry in stage.entries("leader_answer"):
        naming.answer_by_name(
            wave,
            stage.place(entry["unit"]),
            _named(stage, entry),
            version=1,
            by=stage.leader(entry["unit"]),
            at=stage.at(told["screened"], 15),
            on=stage.day(told["screened"]),
        )
    closing.close_wave(wave, by=stage.coordinator, at=stage.at(told["leaders_closed"], 16))
    return _again(wave)


def plan_next_time(stage: Stage, wave: Wave) -> None:
    """The same questions in spring, planned and not opened."""
    told = stage.told["survey"]
    _plan(stage, wave.instrument, told["again_from"], told["again_until"], by=stage.coordinator, on=told["closed"])


def _planned(stage: Stage, template: str, opens: str, closes: str) -> Wave:
    by, at = stage.coordinator, stage.at("08-13")
    themes = stage.told["survey"]["themes"]
    instrument = building.make_instrument(space=stage.space, template=template, themes=themes, by=by, at=at)
    return _plan(stage, instrument, opens, closes, by=by, on="08-13")


def _plan(stage: Stage, instrument: Instrument, opens: str, closes: str, *, by: Person, on: str) -> Wave:
    named = instrument.template == "leader"
    asked = {
        stage.place(unit["key"]): 1 if named else unit["staff"]
        for unit in stage.entries("unit")
        if named or unit["answers"]
    }
    return running.plan_wave(
        space=stage.space,
        instrument=instrument,
        asked=asked,
        opens_on=stage.day(opens),
        closes_on=stage.day(closes),
        deletes_on=stage.day(stage.told["survey"]["deleted"]),
        fewest_scale=FEWEST_SCALE,
        fewest_text=FEWEST_TEXT,
        by=by,
        at=stage.at(on, 12),
    )


def _answer(stage: Stage, wave: Wave) -> None:
    """A stack of codes for each unit, and one spent for each answer; the way every answer goes."""
    if wave.edition is None:
        raise LookupError("the wave has not been opened")
    told = stage.told["survey"]
    codes = {}
    for row in wave.places.select_related("place"):
        at = stage.at(told["opened"], 9)
        codes[row.place_id] = inviting.make_codes(row, row.invited, by=stage.coordinator, at=at)
    for reply in replies(stage, Sheet.from_json(wave.edition.sheet)):
        code = queries.code(inviting.digest(codes[stage.place(reply.unit).pk].pop()))
        if code is None:
            raise LookupError("a code that was just made is gone")
        on = stage.day(told["opened"])
        answering.submit_answer(code, reply.answers, role_group=reply.group, on=on)


def _named(stage: Stage, entry: Told) -> dict[str, object]:
    values: dict[str, object] = {key: value for key, value in entry.items() if key[0] == "L"}
    chosen = stage.dice.sample(SOURCES, 3)
    return values | {"L2": {"chosen": [key for key in SOURCES if key in chosen], "text": ""}}


def _again(wave: Wave) -> Wave:
    """The wave with what has happened to it since."""
    found = queries.wave(wave.space, wave.pk)
    if found is None:
        raise LookupError("the wave is gone")
    return found
