"""The letters to those who are asked, in their own language, or in both where it is not known."""

from collections.abc import Callable, Sequence
from typing import TypedDict

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from sloyfe.surveys.models import Wave

BOTH = ("nb", "nn")
RULE = "\n\n– – –\n\n"
LONGEST_SUBJECT = 200


class Written(TypedDict):
    """What is posted."""

    subject: str
    body: str
    language: str


def invitation(wave: Wave, url: str, languages: Sequence[str]) -> Written:
    """A link of one's own; it opens the questionnaire in the language it is read in."""

    def said(language: str, title: str, day: str) -> str:
        return _(
            "Hei!\n\nDu er invitert til å svare på «{title}». Det er frivillig.\n\n"
            "Åpne lenken for å svare: {url}\n\n"
            "Lenken er din og virker én gang. Svaret ditt kan ikke knyttes til den etterpå. "
            "Undersøkelsen lukkes {day}."
        ).format(title=title, url=f"{url}?sprak={language}", day=day)

    with override(languages[0]):
        subject = _("Invitasjon: {title}").format(title=wave.instrument.title.read(languages[0]))
    return _letter(wave, subject, said, languages)


def reminder(wave: Wave, languages: Sequence[str]) -> Written:
    """The same to everybody, for nobody knows who has answered."""

    def said(_language: str, title: str, day: str) -> str:
        return _(
            "Hei!\n\nDu har fått en invitasjon til «{title}». Har du svart, kan du se bort fra denne meldingen: "
            "Alle får den, fordi ingen vet hvem som har svart.\n\n"
            "Lenken din står i den første e-posten. Undersøkelsen lukkes {day}."
        ).format(title=title, day=day)

    with override(languages[0]):
        subject = _("Påminnelse: {title}").format(title=wave.instrument.title.read(languages[0]))
    return _letter(wave, subject, said, languages)


def _letter(wave: Wave, subject: str, said: Callable[[str, str, str], str], languages: Sequence[str]) -> Written:
    bodies = []
    for language in languages:
        with override(language):
            day = date_format(wave.closes_on, "j. F Y")
            bodies.append(said(language, wave.instrument.title.read(language), day))
    return {"subject": subject[:LONGEST_SUBJECT], "body": RULE.join(bodies), "language": languages[0]}
