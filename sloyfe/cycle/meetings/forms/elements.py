"""What is agreed on about an element, and what of it goes into an owner's plan."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from sloyfe.cycle.meetings.actions.elements import Taking
from sloyfe.cycle.meetings.forms.tables import NamedForm
from sloyfe.cycle.meetings.models import CommonPoint, MeetingDecision, Point
from sloyfe.cycle.meetings.models.points import LONGEST
from sloyfe.cycle.meetings.queries.elements import Worked
from sloyfe.cycle.partnership.models import Party
from sloyfe.cycle.plan import content
from sloyfe.cycle.plan.forms.fields import offer
from sloyfe.kit.forms import Form, WordsField

LANGUAGES = [("nb", _("Bokmål")), ("nn", _("Nynorsk"))]


class AgreedForm(NamedForm):
    """The words that all stand behind."""

    words = WordsField(label=_("Slik vil vi ha det i planen"), max_length=LONGEST, widget=forms.Textarea({"rows": 3}))
    language = forms.ChoiceField(label=_("Skrevet på"), choices=LANGUAGES, widget=forms.RadioSelect)
    points = forms.MultipleChoiceField(
        label=_("Punktene det bygger på"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, points: Sequence[Point], data: Any = None) -> None:
        super().__init__(data, initial={"language": "nn" if get_language() == "nn" else "nb"}, auto_id="enige_%s")
        self.offered = {str(point.pk): point for point in points}
        choices = [
            (key, _("%(words)s (bord %(number)s)") % {"words": point.words, "number": point.group.number})
            for key, point in self.offered.items()
        ]
        if choices:
            offer(self, "points", choices)
        else:
            del self.fields["points"]

    def said(self) -> dict[str, Any]:
        """What the action takes."""
        given = {name: self.cleaned_data[name] for name in ("words", "language", "name")}
        return given | {"points": [self.offered[key] for key in self.cleaned_data.get("points", ())]}


class OwnerPlanForm(Form):
    """For each element of the meeting the one of the plan that it belongs to, and what to take there."""

    owner = forms.ChoiceField(label=_("Hvilken eiers plan?"))

    def __init__(self, owners: Sequence[Party], found: Sequence[Worked], data: Any = None) -> None:
        super().__init__(data)
        self.owners = {str(owner.pk): owner for owner in owners}
        offer(self, "owner", [(key, owner.organisation.name) for key, owner in self.owners.items()])
        self.fields["owner"].initial = next(iter(self.owners), "")
        self.found = {each.element.pk.hex: each for each in found if each.is_agreed}
        language = get_language() or "nb"
        elements = [
            (each.key, f"{each.number}. {each.heading.read(language)}") for each in content.owner_plan().elements
        ]
        for key, each in self.found.items():
            self.fields[f"to_{key}"] = forms.ChoiceField(
                label=_("Punkt i planen"),
                required=False,
                choices=[("", _("Ta det ikke med")), *elements],
                initial=each.element.plan_key,
            )
            sources: Sequence[CommonPoint | MeetingDecision] = [*each.common, *each.decisions]
            said = [
                (str(row.pk), row.words if isinstance(row, CommonPoint) else row.what.read(language)) for row in sources
            ]
            self.fields[f"what_{key}"] = forms.MultipleChoiceField(
                label=_("Dette tas med"),
                required=False,
                choices=said,
                initial=[value for value, _words in said],
                widget=forms.CheckboxSelectMultiple,
            )

    def chosen_owner(self) -> Party:
        """Whose plan."""
        return self.owners[self.cleaned_data["owner"]]

    def takings(self) -> list[Taking]:
        """What was chosen, in the order of the meeting."""
        found = []
        for key, each in self.found.items():
            to, wanted = self.cleaned_data[f"to_{key}"], set(self.cleaned_data[f"what_{key}"])
            rows: Sequence[CommonPoint | MeetingDecision] = [*each.common, *each.decisions]
            found += [Taking(row, to) for row in rows if to and str(row.pk) in wanted]
        return found
