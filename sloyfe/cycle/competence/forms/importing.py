"""A package on its way in: a file, or text pasted from where it stood."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sloyfe.cycle.competence.reading.doors import PASTED
from sloyfe.kit.forms import Form

MEGABYTE = 1024 * 1024
LARGEST = 31 * MEGABYTE  # a request may hold 32, and the form around the file needs some of it
MOST_LETTERS = 600_000


class PackageForm(Form):
    """The file, or the text."""

    file = forms.FileField(
        label=_("Fil"),
        required=False,
        help_text=_(
            "En Canvas-pakke (.imscc eller .zip), en eksport som JSON, en HTML-side eller en tekstfil. "
            "Fila kan være på høyst 31 MB. Er den større, kan de som drifter Sløyfe, lese den inn fra serveren."
        ),
    )
    text = forms.CharField(
        label=_("Eller lim inn tekst"),
        required=False,
        widget=forms.Textarea({"rows": 8, "class": "ds-input"}),
        help_text=_("Den første linja blir tittelen, uten tegn foran. Tagger som [udir-task] blir til bokser."),
    )

    def clean(self) -> dict[str, Any]:
        """One of them, and not both."""
        said = super().clean() or {}
        file, text = said.get("file"), said.get("text")
        if file and text:
            self.add_error("text", _("Velg enten en fil eller innlimt tekst. Les inn den andre etterpå."))
        elif not file and not text and not self.errors:
            self.add_error("file", _("Velg en fil, eller lim inn teksten under."))
        elif file and file.size > LARGEST:
            self.add_error(
                "file", _("Fila er større enn 31 MB. Del pakken, eller be dem som drifter Sløyfe, lese den inn.")
            )
        elif text and len(text) > MOST_LETTERS:
            self.add_error("text", _("Teksten er for lang til å limes inn. Lagre den som en fil, og velg fila."))
        return said

    def content(self) -> tuple[bytes, str]:
        """The bytes and their name."""
        if file := self.cleaned_data["file"]:
            return file.read(LARGEST + 1), file.name
        return self.cleaned_data["text"].encode(errors="replace"), PASTED
