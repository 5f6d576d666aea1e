"""What a unit has done together."""

from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from sloyfe.cycle.competence.models.progress import CAME_OF_IT, TEAM
from sloyfe.cycle.competence.queries.progress import Progress
from sloyfe.cycle.plan.forms.fields import DayField
from sloyfe.kit.forms import Form, WordsField


class DoneForm(Form):
    """Pages, the day, the team, and what came of it in a line."""

    pages = forms.MultipleChoiceField(
        label=_("Hvilke sider?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Velg minst én side.")},
    )
    on = DayField(label=_("Når gjorde dere det?"))
    team = WordsField(
        label=_("Hvilket team?"),
        max_length=TEAM,
        required=False,
        help_text=_("La det stå tomt når hele enheten var med."),
    )
    words = WordsField(
        label=_("Hva kom det ut av det?"),
        max_length=CAME_OF_IT,
        required=False,
        help_text=_("Én linje. Ikke skriv noe om enkeltpersoner."),
    )

    def __init__(self, progress: Progress, data: Any = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        language = get_language() or "nb"
        field = self.fields["pages"]
        field.choices = [  # type: ignore[attr-defined]  # a choice field, as declared above
            (page.identity, page.title.read(language) or str(_("Uten tittel")))
            for module in progress.modules
            for page in module.pages
        ]
        if progress.teams:
            said = _("La det stå tomt når hele enheten var med. Brukt før: %(teams)s.")
            self.fields["team"].help_text = said % {"teams": ", ".join(progress.teams)}
