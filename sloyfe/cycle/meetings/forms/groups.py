"""Changing the tables of a phase by hand."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from sloyfe.cycle.meetings.models import Attendee, Group
from sloyfe.cycle.meetings.models.groups import LONGEST_NAME
from sloyfe.cycle.meetings.models.meetings import MeetingPhase
from sloyfe.cycle.meetings.queries.board import attendee_with_key, group_at
from sloyfe.kit.forms import Form, WordsField

MOST_TABLES = 2000
MOST_THEMES = 200


class MoveForm(Form):
    """Who, and to the table with which number."""

    who = forms.UUIDField(label=_("Hvem skal flytte?"))
    to = forms.IntegerField(label=_("Til bord nummer"), min_value=1, max_value=MOST_TABLES)

    def __init__(self, phase: MeetingPhase, shown: Sequence[Attendee], data: Any = None) -> None:
        super().__init__(data)
        self.phase = phase
        self.fields["who"].widget = forms.Select(choices=[(str(each.pk), each.name) for each in shown])

    def clean_who(self) -> Attendee:
        """Somebody who is in this meeting."""
        found = attendee_with_key(self.phase, self.cleaned_data["who"])
        if found is None:
            raise forms.ValidationError(_("Deltakeren er ikke inne lenger."))
        return found

    def clean_to(self) -> Group:
        """A table of the groups that count."""
        found = group_at(self.phase, self.cleaned_data["to"])
        if found is None:
            raise forms.ValidationError(_("Det er ikke noe bord med det nummeret."))
        return found


class LockForm(Form):
    """Locked, or not any longer."""

    locked = forms.BooleanField(required=False)


class NameForm(Form):
    """What the table is called."""

    name = WordsField(label=_("Navn på bordet"), max_length=LONGEST_NAME, required=False)


class LookForm(Form):
    """Which of the tables to look at."""

    side = forms.IntegerField(required=False, min_value=1)
    sok = WordsField(required=False, max_length=60)

    def page(self) -> int:
        """The page asked for."""
        return (self.is_valid() and self.cleaned_data["side"]) or 1

    def name(self) -> str:
        """The name looked for."""
        return (self.is_valid() and self.cleaned_data["sok"]) or ""


class AbsenceForm(Form):
    """Those who did not come."""

    borte = forms.TypedMultipleChoiceField(coerce=UUID)

    def __init__(self, here: Sequence[Attendee], data: Any = None) -> None:
        super().__init__(data)
        self.here = {each.pk: each for each in here}
        self.fields["borte"].choices = [(str(key), each.name) for key, each in self.here.items()]  # type: ignore[attr-defined]  # a choice field

    def gone(self) -> list[Attendee]:
        """The rows themselves."""
        return [self.here[key] for key in self.cleaned_data["borte"]]


class HostForm(Form):
    """Who stays at the table."""

    who = forms.UUIDField()


class ThemesForm(Form):
    """One theme a line, and how many there is room for at each table."""

    themes = forms.CharField(
        label=_("Temaer, ett på hver linje"),
        widget=forms.Textarea({"rows": 8}),
        max_length=MOST_THEMES * LONGEST_NAME,
        help_text=_("Hvert tema får et bord. Deltakerne velger selv på skjermen sin."),
    )
    room = forms.IntegerField(label=_("Plasser ved hvert bord"), min_value=1, max_value=500)

    def clean_themes(self) -> list[str]:
        """The lines with words, each once."""
        lines = [" ".join(line.split()) for line in self.cleaned_data["themes"].splitlines()]
        themes = list(dict.fromkeys(line for line in lines if line))
        if any(len(theme) > LONGEST_NAME for theme in themes):
            raise forms.ValidationError(_("Et tema kan ha høyst 160 tegn."))
        if not 1 < len(themes) <= MOST_THEMES:
            raise forms.ValidationError(_("Skriv minst to temaer, og høyst 200."))
        return themes


class ExtraTimeForm(Form):
    """So many minutes more for one person; none takes it back."""

    minutes = forms.IntegerField(
        label=_("Ekstra minutter"),
        min_value=0,
        max_value=60,
        help_text=_("Gjelder fasene der hver skriver for seg selv. Bare deltakeren ser det. 0 tar det bort."),
    )
