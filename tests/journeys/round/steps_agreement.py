"""Expectations, who was heard, and the draft of the agreement."""

import re

from tests.journeys.conftest import Reader
from tests.journeys.round.cast import HOME, Cast, day, fill, says, send

REQUIRED = ("parties", "background", "goals", "roles", "progress", "time_and_resources")


def expectations_are_stated_and_agreed(cast: Cast) -> None:
    """Siri writes one, Kari notes when they agreed."""
    siri = cast.siri
    siri.go(f"{HOME}forventninger/")
    fill(
        siri,
        of_party="Granvik kommune",
        words_nb="Lederne møter selv på samlingene.",
        words_nn="Leiarane møter sjølve.",
    )
    send(siri, "words_nb")
    says(siri, "Lederne møter selv på samlingene.")
    siri.page.locator('a[href$="/enighet/"]').first.click()
    fill(siri, on=day(-30), who="Kari Eide og Siri Nygård")
    send(siri, "who")
    says(siri, "avklart")


def the_partner_confirms(cast: Cast) -> None:
    """The university is in."""
    cast.siri.go(f"{HOME}parter/")
    cast.siri.press("Bekreft at vi er med")
    says(cast.siri, "har bekreftet")


def those_heard_are_written_down(cast: Cast) -> None:
    """Union and safety before anything is signed."""
    for group, who in (("union", "Tone Vik, Utdanningsforbundet"), ("safety", "Verneombudet i Granvik")):
        cast.kari.go(f"{HOME}medvirkning/")
        fill(cast.kari, group=group, who=who, on=day(-29), how="talked", remark="Rammene for tid er drøftet.")
        send(cast.kari, "who")
    says(cast.kari, "Verneombudet i Granvik")


def the_required_sections_are_written(cast: Cast) -> None:
    """Six of eighteen, in two languages, without a hole left."""
    for key in REQUIRED:
        cast.kari.go(f"{HOME}avtale/punkt/{key}/")
        filled = {}
        for name in ("body_nb", "body_nn"):
            box = cast.kari.page.locator(f'[name="{name}"]')
            filled[name] = re.sub(r"\[[^\]]*\]", "Granvik", box.input_value())
        fill(cast.kari, **filled)
        send(cast.kari, "body_nb")
    cast.kari.go(f"{HOME}avtale/")
    assert "må disse punktene skrives ferdig" not in cast.kari.page.locator("main").inner_text()


def two_people_edit_one_section(cast: Cast) -> None:
    """Siri saves first; what Kari wrote meanwhile is shown beside it, and can be sent again."""
    where = f"{HOME}avtale/punkt/mandate/"
    for who in (cast.kari, cast.siri):
        who.go(where)
    _write(cast.siri, "Mandatet slik Siri skrev det.")
    send(cast.siri, "body_nb")
    _write(cast.kari, "Mandatet slik Kari skrev det.")
    cast.kari.page.locator("main form:has([name=body_nb]) button[type=submit]").last.click()
    cast.kari.page.wait_for_load_state()
    cast.kari.look()
    says(cast.kari, "Mandatet slik Siri skrev det.")
    says(cast.kari, "Mandatet slik Kari skrev det.")
    cast.kari.page.locator("main form button[type=submit]").last.click()
    cast.kari.page.wait_for_load_state()
    cast.kari.look()
    cast.kari.go(where)
    assert cast.kari.page.locator('[name="body_nb"]').input_value() == "Mandatet slik Kari skrev det."


def dates_hours_and_tasks_stand_once(cast: Cast) -> None:
    """The year wheel, each unit's hours, and one task."""
    for kind, title, on in (("gathering", "Første samling", day(60)), ("evaluation", "Evaluering", day(190))):
        cast.kari.go(f"{HOME}datoer/")
        fill(cast.kari, title_nb=title, title_nn=title, kind=kind, on=on)
        send(cast.kari, "on")
    cast.kari.go(f"{HOME}datoer/")
    fill(cast.kari, title_nb="Baklengs", kind="meeting", on=day(70), until=day(69))
    send(cast.kari, "on", wrong=True)
    assert cast.kari.page.locator('[name="title_nb"]').input_value() == "Baklengs"
    for unit in ("Lia skole", "Nes skole", "Bekken barnehage", "Tjern barnehage"):
        cast.kari.go(f"{HOME}tid/")
        fill(cast.kari, party=unit, hours="4", remark="Fellestid på torsdager")
        send(cast.kari, "hours")
    cast.kari.go(f"{HOME}oppgaver/")
    fill(cast.kari, what_nb="Kalle inn til samling", due=day(20), party="Granvik kommune", person="Kari Eide")
    send(cast.kari, "due")
    says(cast.kari, "Kalle inn til samling")


def _write(who: Reader, words: str) -> None:
    fill(who, body_nb=words, body_nn=words)
