"""A table of figures on its way in: the file, and then what its columns are."""

from collections.abc import Sequence

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from sloyfe.access.models import Space
from sloyfe.kit.forms import Form
from sloyfe.kit.tables.limits import LARGEST
from sloyfe.kit.tables.reading import Table
from sloyfe.surveys.imports.choices import Choices, Use, guessed
from sloyfe.surveys.imports.numbers import MARKS, marks_in
from sloyfe.surveys.models import Absence

SAMPLES = 3


class FigureFileForm(Form):
    """The file."""

    file = forms.FileField(
        label=_("Fil med tall"),
        help_text=_("CSV, XLSX, XLS, ODS eller SPSS (.sav), høyst 20 MB. Ingenting lagres som tall før du sier ja."),
        allow_empty_file=True,
    )
    sheet = forms.CharField(
        label=_("Ark i regnearket"), required=False, max_length=60, help_text=_("Tomt betyr det første arket.")
    )

    def content(self) -> bytes:
        """Not more than we are going to refuse."""
        read: bytes = self.cleaned_data["file"].read(LARGEST + 1)
        return read


class ColumnsForm(Form):
    """What each column is, what each sign means, and what the table does not say itself."""

    source = forms.CharField(label=_("Kilde"), max_length=120, help_text=_("For eksempel Elevundersøkelsen."))

    def __init__(self, data: QueryDict | None, *, table: Table, before: Choices, places: Sequence[Space]) -> None:
        self.table = table
        self.marks = marks_in({cell for _line, cells in table.rows for cell in cells})
        super().__init__(data, initial=_initial(table, before, self.marks))
        for at, column in enumerate(table.columns):
            samples = list(dict.fromkeys(cells[at] for _line, cells in table.rows[:50] if cells[at]))[:SAMPLES]
            label = table.labels[at] if at < len(table.labels) and table.labels[at] else ""
            self.fields[f"use_{at}"] = forms.ChoiceField(
                label=f"{column}: {label}" if label else column,
                choices=Use.choices,
                required=False,
                help_text=" · ".join(sample[:60] for sample in samples),
            )
        for at, mark in enumerate(self.marks):
            self.fields[f"mark_{at}"] = forms.ChoiceField(
                label=_("Hva betyr «%(mark)s»?") % {"mark": mark}, choices=Absence.choices
            )
        self._add_rest(places)

    def _add_rest(self, places: Sequence[Space]) -> None:
        named = [(str(place.pk), place.title) for place in places]
        self.fields["place"] = forms.ChoiceField(
            label=_("Sted, når tabellen ikke sier det"), required=False, choices=[("", _("Tabellen sier det")), *named]
        )
        self.fields["indicator"] = forms.CharField(
            label=_("Hva som er målt, når tabellen ikke sier det"), required=False, max_length=200
        )
        self.fields["period"] = forms.CharField(
            label=_("År eller periode, når tabellen ikke sier det"), required=False, max_length=40
        )
        self.fields["unit"] = forms.CharField(label=_("Måleenhet"), required=False, max_length=20)
        self.fields["keep_others"] = forms.BooleanField(
            label=_("Ta med steder utenfor partnerskapet, som landet eller fylket, til å sammenligne med."),
            required=False,
        )

    def choices(self) -> Choices:
        """What was chosen."""
        told = self.cleaned_data
        rest = {name: told[name] for name in ("source", "place", "indicator", "period", "unit", "keep_others")}
        uses = {column: told[f"use_{at}"] for at, column in enumerate(self.table.columns)}
        return Choices(uses=uses, marks={mark: told[f"mark_{at}"] for at, mark in enumerate(self.marks)}, **rest)


def _initial(table: Table, before: Choices, marks: Sequence[str]) -> dict[str, object]:
    names = ("source", "place", "indicator", "period", "unit", "keep_others")
    uses = before.uses or guessed(table)
    first: dict[str, object] = {name: getattr(before, name) for name in names}
    first |= {f"use_{at}": uses.get(column, Use.SKIP) for at, column in enumerate(table.columns)}
    return first | {f"mark_{at}": before.marks.get(mark, MARKS[mark].value) for at, mark in enumerate(marks)}
