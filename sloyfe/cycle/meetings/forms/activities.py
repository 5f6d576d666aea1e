"""A meeting that begins with an activity: which phases, how long, and which elements."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from sloyfe.access.models import Space
from sloyfe.cycle.competence.reading.activities import Activity, Element
from sloyfe.cycle.meetings.actions.activities import phases_for, preparation_for
from sloyfe.cycle.meetings.actions.phases import MOST
from sloyfe.cycle.meetings.forms.meetings import DetailsForm
from sloyfe.cycle.plan.forms.fields import offer
from sloyfe.kit.text import Text

LONGEST_TITLE, LONGEST_QUESTION = 160, 400


class ActivityMeetingForm(DetailsForm):
    """What the activity says is there already; whoever makes the meeting chooses what to take."""

    elements = forms.MultipleChoiceField(
        label=_("Hvilke elementer skal dere arbeide med?"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(
        self, activity: Activity, title: Text, places: Sequence[Space], data: Any = None, **kwargs: Any
    ) -> None:
        initial = {
            "title": cut(activity.title or title, LONGEST_TITLE),
            "question": cut(activity.questions[0], LONGEST_QUESTION) if activity.questions else Text(),
            "preparation": preparation_for(activity),
            "elements": [str(number) for number, _each in enumerate(activity.elements)],
        }
        super().__init__(places, data, initial=initial, **kwargs)
        self.activity = activity
        language = get_language() or "nb"
        phases = phases_for(activity, with_elements=bool(activity.elements), for_owners=True)
        self.phases = [phase.key for phase in phases]
        for phase in phases:
            self.fields[f"minutes_{phase.key}"] = forms.IntegerField(
                label=phase.title.read(language),
                required=False,
                min_value=1,
                max_value=MOST,
                initial=phase.minutes.usual,
                help_text=_("Minutter. La feltet stå tomt hvis dere ikke vil ha denne fasen."),
            )
        if activity.elements:
            choices = [(str(number), each.heading.read(language)) for number, each in enumerate(activity.elements)]
            offer(self, "elements", choices)
        else:
            del self.fields["elements"]
        minutes = [f"minutes_{key}" for key in self.phases]
        self.order_fields(["title", "on", "starts", "places", "where", "video", "question", "preparation", *minutes])

    def taken(self) -> dict[str, Any]:
        """The phases with their minutes, and the elements."""
        said = self.cleaned_data
        minutes = {key: said[f"minutes_{key}"] for key in self.phases if said[f"minutes_{key}"]}
        chosen: list[Element] = [self.activity.elements[int(each)] for each in said.get("elements", ())]
        return {"minutes": minutes, "elements": chosen}


def cut(text: Text, most: int) -> Text:
    """No longer than this in any language."""
    return Text.of(**{language: words[:most] for language, words in text.entries.items()}, source=text.source)
