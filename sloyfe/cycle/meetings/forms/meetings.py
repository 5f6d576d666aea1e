"""What is said about a meeting, before it and after it."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from sloyfe.access.models import Space
from sloyfe.cycle.meetings import content
from sloyfe.cycle.meetings.models import Meeting, ScriptTemplate
from sloyfe.cycle.meetings.scripts import Method
from sloyfe.cycle.plan.forms.fields import DayField, offer
from sloyfe.kit.forms import BilingualField, Form, VersionField

YEAR = timedelta(days=366)
PLAIN = ("title", "question", "preparation", "on", "starts", "where", "video")


class TimeField(forms.TimeField):
    """A time of day, picked or written."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(widget=forms.TimeInput(format="%H:%M", attrs={"type": "time"}), **kwargs)


class DetailsForm(Form):
    """When, where, for whom, and about what."""

    title = BilingualField(label=_("Navn på møtet"), rows=1, max_length=160)
    on = DayField(label=_("Dag"))
    starts = TimeField(label=_("Begynner klokka"))
    places = forms.MultipleChoiceField(
        label=_("Hvem er det for?"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    where = forms.CharField(label=_("Sted"), max_length=160, required=False)
    video = forms.URLField(label=_("Lenke til videomøte"), max_length=300, required=False, assume_scheme="https")
    question = BilingualField(
        label=_("Spørsmålet dere skal arbeide med"),
        rows=2,
        max_length=400,
        required=False,
        help_text=_("Still det åpent, så alle kan svare. Et ferdig forslag gir bare ja eller nei."),
    )
    preparation = BilingualField(
        label=_("Forberedelse"),
        rows=2,
        max_length=4000,
        required=False,
        help_text=_("Hva skal deltakerne gjøre før de kommer?"),
    )

    def __init__(self, places: Sequence[Space], data: Any = None, *, may_gather: bool, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.offered = {str(place.pk): place for place in places}
        offer(self, "places", [(key, place.title) for key, place in self.offered.items()])
        self.fields["places"].required = not may_gather
        if may_gather:
            self.fields["places"].help_text = _("Kryss av for ingen hvis møtet er for hele nettverket.")
        elif len(self.offered) == 1:
            self.initial.setdefault("places", list(self.offered))

    def clean_on(self) -> date:
        """A day that a meeting can have; one that stands may stay, however long ago it is."""
        day: date = self.cleaned_data["on"]
        ahead = day - timezone.localdate()
        if ahead > 2 * YEAR:
            raise forms.ValidationError(_("Møtet kan være høyst to år fram i tid. Se etter om årstallet er riktig."))
        if -ahead > YEAR and day != self.initial.get("on"):
            raise forms.ValidationError(
                _("Møtet kan være høyst ett år tilbake i tid. Se etter om årstallet er riktig.")
            )
        return day

    def clean_places(self) -> list[Space]:
        """The places themselves."""
        return [self.offered[key] for key in self.cleaned_data["places"]]

    def said(self) -> dict[str, Any]:
        """What the action takes."""
        return {name: self.cleaned_data[name] for name in (*PLAIN, "places") if name in self.fields}


class EditForm(DetailsForm):
    """Changing what is said about a meeting that stands."""

    def __init__(self, meeting: Meeting, places: Sequence[Space], data: Any = None, *, may_gather: bool) -> None:
        chosen = list(meeting.places.all())
        known = {place.pk for place in places}
        stood = {name: getattr(meeting, name) for name in PLAIN} | {"places": [str(place.pk) for place in chosen]}
        offered = [*places, *(place for place in chosen if place.pk not in known)]
        super().__init__(offered, data, may_gather=may_gather or not chosen, initial=stood)
        self.fields["version"] = VersionField(initial=meeting.version)

    def said(self) -> dict[str, Any]:
        """With the version that was shown."""
        return super().said() | {"version": self.cleaned_data["version"]}


class MeetingForm(DetailsForm):
    """A new meeting: the method first, and then what cannot be known beforehand."""

    method = forms.ChoiceField(label=_("Metode"), required=False)
    field_order: Sequence[str] = (
        "method",
        "title",
        "on",
        "starts",
        "places",
        "where",
        "video",
        "question",
        "preparation",
    )

    def __init__(
        self,
        places: Sequence[Space],
        data: Any = None,
        *,
        may_gather: bool,
        templates: Sequence[ScriptTemplate] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(places, data, may_gather=may_gather, **kwargs)
        self.templates = {f"mal:{template.pk}": template for template in templates}
        offer(self, "method", _methods(self.templates))
        self.fields["method"].help_text = _("Gangen i møtet kommer fra metoden. Du kan endre alt etterpå.")
        title = self.fields["title"]
        title.required = False
        title.help_text = _("Lar du det stå tomt, får møtet navn etter metoden.")
        del self.fields["preparation"]

    def chosen(self) -> Method | None:
        """The method, if one was chosen."""
        return content.method(self.cleaned_data["method"])

    def template(self) -> ScriptTemplate | None:
        """The template of our own, if one was chosen."""
        return self.templates.get(self.cleaned_data["method"])


def _methods(templates: Mapping[str, ScriptTemplate]) -> list[Any]:
    language = get_language() or "nb"
    own = [(key, _own(each, language)) for key, each in templates.items()]
    shelves: list[Any] = [(_("Egne maler"), own)] if own else []
    for purpose in content.purposes():
        methods = [(each.key, _named(each, language)) for each in content.methods() if each.purpose == purpose.key]
        shelves.append((purpose.title.read(language), methods))
    return [("", _("Uten metode: jeg lager gangen selv")), *shelves]


def _own(template: ScriptTemplate, language: str) -> str:
    return f"{template.title.read(language)} ({template.minutes} min)"


def _named(method: Method, language: str) -> str:
    return f"{method.title.read(language)} ({method.minutes} min)"
