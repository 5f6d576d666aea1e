"""Forms for needs of the network."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from sloyfe.cycle.needs.forms.needs import RowsForm
from sloyfe.cycle.needs.models import Need, OwnerPriority, Theme
from sloyfe.kit.forms import BilingualField, Form, VersionField


class NetworkNeedForm(Form):
    """The network's words for what units share."""

    wording = BilingualField(label=_("Felles behov"), rows=4, max_length=800)
    theme = forms.ChoiceField(label=_("Tema"), choices=Theme.choices)


class NetworkNeedEditForm(NetworkNeedForm):
    """The same, on top of a version."""

    version = VersionField()


class PartsForm(RowsForm):
    """Which needs of units belong together."""

    chosen = forms.MultipleChoiceField(label=_("Behov fra enhetene"), widget=forms.CheckboxSelectMultiple)

    def label_of(self, row: Need) -> str:
        """Unit and words."""
        return f"{row.place.title if row.place else ''}: {row.wording.read(get_language() or 'nb')}"


class TieForm(RowsForm):
    """Which of the owners' priorities a need supports."""

    chosen = forms.MultipleChoiceField(
        label=_("Satsinger behovet støtter"), widget=forms.CheckboxSelectMultiple, required=False
    )

    def label_of(self, row: OwnerPriority) -> str:
        """Owner and title."""
        return f"{row.place.title}: {row.title.read(get_language() or 'nb')}"


class CommentForm(Form):
    """What the competence partner says."""

    words = forms.CharField(
        label=_("Kommentar fra kompetansepartneren"), widget=forms.Textarea({"rows": 4}), max_length=1500
    )


class OwnerPriorityForm(Form):
    """What an owner has already decided to work on."""

    place = forms.ChoiceField(label=_("Eier"))
    title = BilingualField(label=_("Satsingsområde"), rows=1, max_length=160)

    def __init__(self, *args: Any, owners: Sequence[tuple[str, str]] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["place"] = forms.ChoiceField(label=_("Eier"), choices=list(owners))
