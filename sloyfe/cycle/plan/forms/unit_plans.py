"""What a unit writes in its own plan."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sloyfe.cycle.plan.forms.fields import DayField, offer
from sloyfe.cycle.plan.models import CompetenceStep, How
from sloyfe.cycle.plan.queries.unit_plans import Line
from sloyfe.kit.forms import BilingualField, Form, VersionField


class AdaptationForm(Form):
    """How we take one thing of the owner's plan."""

    how = forms.ChoiceField(label=_("Hos oss"), choices=How.choices, widget=forms.RadioSelect)
    words = BilingualField(label=_("Slik gjør vi det"), rows=5, max_length=2000, required=False)
    version = VersionField()

    def __init__(self, line: Line, data: Any = None) -> None:
        version = line.adaptation.version if line.adaptation else 1
        super().__init__(data, initial={"how": line.how, "words": line.words, "version": version})
        if line.subject.is_common:
            offer(self, "how", [choice for choice in How.choices if choice[0] != How.OWN])

    def clean(self) -> dict[str, Any]:
        """What differs is written down."""
        said = super().clean() or {}
        if said.get("how") in (How.ADAPTED, How.OWN) and not said.get("words"):
            self.add_error("words", _("Skriv hva dere gjør annerledes."))
        return said


class CompetenceForm(Form):
    """Who is to learn what, and how."""

    what = BilingualField(label=_("Hva skal vi lære?"), rows=2, max_length=600)
    whom = BilingualField(label=_("Hvem?"), rows=1, max_length=160, help_text=_("En gruppe, ikke en navngitt person."))
    way = BilingualField(label=_("Hvordan?"), rows=2, max_length=600)
    starts = DayField(label=_("Fra"))
    ends = DayField(label=_("Til"))

    def __init__(self, step: CompetenceStep | None = None, data: Any = None) -> None:
        names = ("what", "whom", "way", "starts", "ends")
        super().__init__(data, initial={name: getattr(step, name) for name in names} if step else {})
        if step:
            self.fields["version"] = VersionField(initial=step.version)

    def clean(self) -> dict[str, Any]:
        """The last day is not before the first."""
        said = super().clean() or {}
        if said.get("starts") and said.get("ends") and said["ends"] < said["starts"]:
            self.add_error("ends", _("Dette slutter før det begynner."))
        return said
