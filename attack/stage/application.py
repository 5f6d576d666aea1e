"""A few networks: through the whole application, with a copy of the disk after every answer."""

import json
import random
import shutil
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection
from django.utils import timezone

from attack.networks import Item, Network, Wave
from attack.stage.figures import answer_of
from attack.stage.material import laid_out
from sloyfe.access.models import Seat, Space
from sloyfe.access.roles import Role
from sloyfe.kit.text import Text
from sloyfe.people.models import Person
from sloyfe.site.logs import write_logs
from sloyfe.surveys import content, queries
from sloyfe.surveys import release as released
from sloyfe.surveys.actions import answering, asking, building, closing, inviting, running
from sloyfe.surveys.models import Instrument, ReleaseFigure
from sloyfe.surveys.models import Wave as Asked
from sloyfe.surveys.sheet import Sheet
from tools.backup import back_up

WORDS = "words"


def as_asked(drawn: Network) -> Network:
    """The same people with the roles that the application asks for; the others do not say."""
    known = {option.key for option in content.role_groups()}
    first, second = (
        replace(wave, people=[replace(one, role=one.role if one.role in known else "") for one in wave.people])
        for wave in drawn.waves
    )
    return replace(drawn, waves=(first, second))


def played(drawn: Network, folder: Path, dice: random.Random) -> list[dict[str, Any]]:
    """Both waves of a network: what is told of each. The bytes of the disk go into the folder, wave by wave."""
    by = Person.objects.create(email=f"{drawn.number}@example.org", name="Kari")
    root = Space.root(f"attack-{drawn.number}", "Nettverk")
    Seat.objects.create(person=by, space=root, role=Role.COORDINATOR, since=timezone.localdate())
    places: dict[str, Space] = {}
    for place, above in drawn.waves[0].parents.items():
        places[place] = root if above is None else places[above].place(place)
    instrument = _instrument(root, drawn.waves[0].items, by)
    return [
        _play(wave, instrument, places, by, folder=folder / f"wave-{nth}", dice=dice)
        for nth, wave in enumerate(drawn.waves)
    ]


def _play(
    wave: Wave, instrument: Instrument, places: Mapping[str, Space], by: Person, *, folder: Path, dice: random.Random
) -> dict[str, Any]:
    folder.mkdir(parents=True)
    with (folder / "log").open("w", encoding="utf-8") as log:
        write_logs(sink=log)
        asked = _opened(wave, instrument, places, by)
        arrived = _answered(wave, asked, places, by, folder=folder, dice=dice)
        back_up(folder / "open.tar.gz", quiet=True)
        closing.close_wave(asked, by=by, at=timezone.now())
        _copy_disk(folder / "closed")
        back_up(folder / "closed.tar.gz", quiet=True)
        (folder / "dump.sql").write_text("\n".join(_dump()), encoding="utf-8")
    write_logs()
    (folder.parent / f"{folder.name}.truth.json").write_text(json.dumps(arrived), encoding="utf-8")
    return _told(wave, asked, places)


def _opened(wave: Wave, instrument: Instrument, places: Mapping[str, Space], by: Person) -> Asked:
    today: date = timezone.localdate()
    asked = running.plan_wave(
        space=places["n"],
        instrument=instrument,
        asked={places[place]: count for place, count in wave.asked.items()},
        opens_on=today,
        closes_on=today + timedelta(days=14),
        deletes_on=today + timedelta(days=100),
        fewest_scale=5,
        fewest_text=10,
        by=by,
        at=timezone.now(),
    )
    running.open_wave(asked, by=by, at=timezone.now())
    return asked


def _answered(
    wave: Wave, asked: Asked, places: Mapping[str, Space], by: Person, *, folder: Path, dice: random.Random
) -> list[dict[str, str]]:
    """Everybody in an order of chance, each with words like no other's; who came when, for scoring."""
    rows = {row.place_id: row for row in asked.places.select_related("wave__opening", "wave__space", "place")}
    codes = {
        place: inviting.make_codes(rows[places[place].pk], count, by=by, at=timezone.now())
        for place, count in wave.asked.items()
    }
    _copy_disk(folder / "000-open")
    sheet = Sheet.from_json(asked.edition.sheet if asked.edition else {})
    keys = [question.key for question in sheet.questions]
    arrived = []
    for nth, one in enumerate(dice.sample(wave.people, len(wave.people)), start=1):
        given = {
            key: answer_of(item, one.answers[item.key])
            for key, item in zip(keys, wave.items, strict=False)
            if item.key in one.answers
        }
        told = f"Ord {dice.randrange(10**12):012} fra en som ingen skal kjenne"
        code = codes[one.place].pop()
        held = queries.code(inviting.digest(code))
        if held is None:
            raise LookupError("a code that was just made is not there")
        answering.submit_answer(held, {**given, keys[-1]: told}, role_group=one.role, on=timezone.localdate())
        arrived.append({"words": told, "place": one.place, "role": one.role, "code": code})
        _copy_disk(folder / f"{nth:03}-answer")
    return arrived


def _instrument(root: Space, items: tuple[Item, ...], by: Person) -> Instrument:
    at = timezone.now()
    made = building.make_empty(space=root, title=_text("Nettverk"), audience="staff", by=by, at=at)
    told: dict[str, Any] = {"section": "D1", "by": by, "at": at}
    for item in items:
        rest: dict[str, Any] = {"limit": item.most or None}
        if item.kind in ("choice", "choices", "ranking"):
            rest["options"] = [{"key": str(k), "text": _text(f"Valg {k}").to_json()} for k in range(item.width)]
        if item.kind == "number":
            rest["least"] = item.least
        asking.add_item(made, kind=item.kind, wording=_text(item.key), **rest, **told)
    asking.add_item(made, kind="text", wording=_text(WORDS), limit=100, **told)
    return made


def _told(wave: Wave, asked: Asked, places: Mapping[str, Space]) -> dict[str, Any]:
    names = {space.pk: place for place, space in places.items()}
    asked = Asked.objects.in_space(places["n"]).get(pk=asked.pk)
    sizes = released.responses(asked)
    sheet = Sheet.from_json(asked.edition.sheet if asked.edition else {})
    items = {question.version: item.key for question, item in zip(sheet.questions, wave.items, strict=False)}
    rows = ReleaseFigure.objects.filter(group__release__wave=asked)
    figures = rows.values_list("group__place_id", "group__role", "item_version_id", "value")
    return laid_out(
        wave,
        [(names[place], role, size) for (place, role), size in sizes.items()],
        [(names[place], role, items[str(version)], value) for place, role, version, value in figures],
    )


def _text(words: str) -> Text:
    return Text.of(words, words)


def _copy_disk(folder: Path) -> None:
    """The database, its journal and what else lies beside it, as somebody would copy them."""
    folder.mkdir()
    base = Path(str(settings.DATABASES["default"]["NAME"]))
    for file in base.parent.glob(f"{base.name}*"):
        shutil.copy(file, folder / file.name)


def _dump() -> list[str]:
    connection.ensure_connection()
    return list(connection.connection.iterdump())
