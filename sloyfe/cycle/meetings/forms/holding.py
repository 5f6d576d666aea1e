"""What is said about a meeting that has been held."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sloyfe.access.models import Space
from sloyfe.cycle.meetings.forms.meetings import MeetingForm
from sloyfe.cycle.meetings.models import Holding
from sloyfe.kit.forms import BilingualField, Form, VersionField
from sloyfe.kit.text import Text

CROWD = 20_000


class HoldingForm(Form):
    """How many came, and what it came to."""

    took_part = forms.IntegerField(
        label=_("Hvor mange var med?"),
        required=False,
        min_value=1,
        max_value=CROWD,
        help_text=_("Bare antallet. Hvem som var med, skrives ikke ned."),
    )
    words = BilingualField(label=_("Hva kom dere fram til?"), rows=4, required=False)

    def __init__(self, data: Any = None, *, holding: Holding | None = None, came: int = 0) -> None:
        stood = {"took_part": holding.took_part, "words": holding.words} if holding else {"took_part": came or None}
        super().__init__(data, initial=stood)
        if came and not holding:
            self.fields["took_part"].help_text = _(
                "Så mange brukte koden. Legg til dem som ikke gjorde det, også deg selv. "
                "Hvem som var med, skrives ikke ned."
            )
        if holding:
            self.fields["version"] = VersionField(initial=holding.version)

    def said(self) -> dict[str, Any]:
        """What the action takes."""
        return {name: self.cleaned_data[name] for name in self.fields}


class HeldForm(MeetingForm):
    """A meeting that has been held already: the little that is worth keeping."""

    took_part = HoldingForm.base_fields["took_part"]
    words = HoldingForm.base_fields["words"]
    field_order = ("method", "title", "on", "starts", "places", "where", "took_part", "words")

    def __init__(self, places: Sequence[Space], data: Any = None, *, may_gather: bool, **kwargs: Any) -> None:
        super().__init__(places, data, may_gather=may_gather, **kwargs)
        for name in ("video", "question"):
            del self.fields[name]

    def said(self) -> dict[str, Any]:
        """With how many came and what it came to."""
        words: Text = self.cleaned_data["words"]
        return super().said() | {"took_part": self.cleaned_data["took_part"], "words": words}
