"""Hints to whoever prepares a meeting: what the method would advise. Nothing here stops anybody."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from sloyfe.cycle.meetings.models import Meeting, Part
from sloyfe.cycle.meetings.queries.tables import GOOD, HARD
from sloyfe.cycle.meetings.scripts import Form

AHEAD = 3
WEEKEND = 5


def hints(meeting: Meeting, *, today: date) -> list[str]:
    """In the order in which one would mend it."""
    language = get_language() or "nb"
    return [*_of_question(meeting, language), *_of_notice(meeting, today), *_of_phases(meeting, language)]


def working_days(start: date, end: date) -> int:
    """Working days from one day until another, holidays not known."""
    days = (start + timedelta(days=n) for n in range((end - start).days))
    return sum(day.weekday() < WEEKEND for day in days)


def _of_question(meeting: Meeting, language: str) -> Iterator[str]:
    words = meeting.question.read(language).strip()
    if not words:
        yield _("Skriv spørsmålet dere skal arbeide med. Det gjør det lettere å forberede seg.")
    elif not words.endswith("?"):
        yield _("Prøv å gjøre teksten til et spørsmål. Spørsmål åpner, ferdige forslag lukker.")


def _of_notice(meeting: Meeting, today: date) -> Iterator[str]:
    if not meeting.preparation or meeting.on < today:
        return
    if working_days(today, meeting.on) < AHEAD:
        yield _("Det er under tre arbeidsdager til. Sett av to minutter i starten til å forberede seg.")


def _of_phases(meeting: Meeting, language: str) -> Iterator[str]:
    for phase in meeting.standing:
        least, most = phase.room or (None, None)
        said = {"title": phase.title.read(language), "least": least, "most": most}
        if least and phase.minutes < least:
            yield _("«%(title)s» er kortere enn de %(least)s minuttene metoden regner med.") % said
        elif most and phase.minutes > most:
            yield _("«%(title)s» er lengre enn de %(most)s minuttene metoden regner med.") % said
    parts = {phase.part for phase in meeting.standing}
    if len(parts) == len(Part):
        yield _("Møtet har både utvikling og drift. Hold drifta kort og for seg selv, eller ta den i et eget møte.")
    keys = [phase.key for phase in meeting.standing]
    if HARD in keys and (GOOD not in keys or keys.index(GOOD) > keys.index(HARD)):
        yield _("Begynn med det som går bra. Da er det lettere å snakke om det som er vanskelig.")
    forms = {phase.form for phase in meeting.standing}
    if forms and forms <= {Form.PLENARY, Form.BREAK}:
        yield _("Alt skjer i plenum. La deltakerne få tenke alene eller i gruppe først, så kommer flere til orde.")
