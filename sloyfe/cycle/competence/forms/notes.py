"""A note, to oneself or to the unit."""

from django import forms
from django.utils.translation import gettext_lazy as _

from sloyfe.cycle.competence.models.notes import LONGEST
from sloyfe.kit.forms import Form


class OwnNoteForm(Form):
    own = forms.CharField(
        label=_("Notatet ditt"),
        max_length=LONGEST,
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_(
            "Bare du ser dette. Ingen leder eller kollega kan lese det i Sløyfe. Tøm feltet for å slette notatet."
        ),
    )


class TeamNoteForm(Form):
    team = forms.CharField(
        label=_("Notat til enheten"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Alle hos dere kan lese dette, med navnet ditt. Ikke skriv om enkeltbarn eller enkeltpersoner."),
    )
