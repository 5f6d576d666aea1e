"""Forms for needs of units and of the network."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from sloyfe.cycle.needs.models import Finding, Theme
from sloyfe.kit.forms import BilingualField, Form, VersionField


class NeedForm(Form):
    """A unit's need."""

    wording = BilingualField(label=_("Behovet"), rows=3, max_length=600)
    theme = forms.ChoiceField(label=_("Tema"), choices=Theme.choices)
    involvement = BilingualField(
        label=_("Hvordan har personalet vært med?"),
        rows=3,
        max_length=1000,
        help_text=_("For eksempel i personalmøter, undersøkelse eller samtaler. Si hvilke yrkesgrupper, aldri hvem."),
    )


class NeedEditForm(NeedForm):
    """The same, on top of a version."""

    version = VersionField()


class RowsForm(Form):
    """Tick some rows."""

    def __init__(self, *args: Any, rows: Sequence[Any] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rows = {str(row.pk): row for row in rows}
        field = self.fields["chosen"]
        if isinstance(field, forms.MultipleChoiceField):
            field.choices = [(str(row.pk), self.label_of(row)) for row in rows]

    def label_of(self, row: Any) -> str:
        """What stands beside the box."""
        raise NotImplementedError

    def picked(self) -> list[Any]:
        """The rows that were ticked."""
        return [self.rows[key] for key in self.cleaned_data["chosen"]]


class EvidenceForm(RowsForm):
    """Which findings a need builds on."""

    chosen = forms.MultipleChoiceField(
        label=_("Behovet bygger på"), widget=forms.CheckboxSelectMultiple, required=False
    )

    def label_of(self, row: Finding) -> str:
        """Kind and title."""
        return f"{row.get_kind_display()}: {row.title.read(get_language() or 'nb')}"


class VersionForm(Form):
    """Nothing but the version that was read."""

    version = VersionField()


class MergeAnswerForm(Form):
    """Does the unit find its need again?"""

    found = forms.ChoiceField(
        label=_("Kjenner dere igjen behovet deres i den felles teksten?"),
        choices=[("yes", _("Ja, vi kan stå inne for den")), ("lost", _("Noe ble borte"))],
        widget=forms.RadioSelect,
    )
    lost = forms.CharField(
        label=_("Hva ble borte?"), widget=forms.Textarea({"rows": 3}), max_length=600, required=False
    )
    version = VersionField()

    def clean(self) -> dict[str, Any]:
        """Something lost must be said."""
        data = super().clean() or {}
        if data.get("found") == "lost" and not data.get("lost", "").strip():
            self.add_error("lost", _("Skriv hva som ble borte, så den felles teksten kan bli bedre."))
        if data.get("found") == "yes":
            data["lost"] = ""
        return data
