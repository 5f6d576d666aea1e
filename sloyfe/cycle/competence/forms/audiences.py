"""Whom each page is for, all pages in one form."""

from collections.abc import Iterator, Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _

from sloyfe.cycle.competence.markup.packages import Readers
from sloyfe.cycle.competence.queries.audiences import Judged
from sloyfe.kit.forms import Form
from sloyfe.kit.refusal import Sentence


class AudienceForm(Form):
    """A choice for each page, and, hidden, the one that was shown."""

    def __init__(self, rows: Sequence[Judged], names: dict[str, Sentence], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rows = rows
        for row in rows:
            left = _("Som foreslått: %(readers)s") % {"readers": names[row.proposed]}
            choices = [("", left), *((readers.value, names[readers.value]) for readers in Readers)]
            title = _("Hvem siden %(title)s er for") % {"title": row.page.title}
            self.fields[f"sees-{row.page.pk}"] = forms.ChoiceField(
                choices=choices,
                initial=row.chosen,
                required=False,
                widget=forms.Select({"class": "ds-input", "aria-label": title}),
            )
            self.fields[f"seen-{row.page.pk}"] = forms.CharField(
                initial=row.chosen, required=False, widget=forms.HiddenInput
            )

    def lines(self) -> Iterator[tuple[Judged, forms.BoundField, forms.BoundField]]:
        """Each page with its two boxes."""
        for row in self.rows:
            yield row, self[f"sees-{row.page.pk}"], self[f"seen-{row.page.pk}"]

    def answers(self, name: str) -> dict[UUID, str]:
        """What was chosen (`sees`) or shown (`seen`) for each page."""
        return {row.page.pk: self.cleaned_data[f"{name}-{row.page.pk}"] for row in self.rows}
