"""The minutes of a ståstedsmøte."""

from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from sloyfe.cycle.needs.actions.process import NEED, Meeting
from sloyfe.cycle.needs.content import needs_content
from sloyfe.cycle.needs.forms.words import WordsField, WordsForm
from sloyfe.cycle.needs.models import CollectiveProcess, Theme
from sloyfe.kit.forms import VersionField
from sloyfe.kit.text import Text

STAFF_GROUPS = [
    ("teaching", _("Pedagoger og lærere")),
    ("assisting", _("Fagarbeidere, assistenter og SFO")),
    ("leading", _("Ledelse")),
    ("other", _("Andre")),
]


class ProcessForm(WordsForm):
    """When, how many as what, and what was agreed under each prompt."""

    held_on = forms.DateField(label=_("Når møttes dere?"), widget=forms.DateInput({"type": "date"}))
    took_part = forms.IntegerField(label=_("Hvor mange var med?"), min_value=1, max_value=200)
    role_groups = forms.MultipleChoiceField(
        label=_("Hvilke yrkesgrupper var med?"), choices=STAFF_GROUPS, widget=forms.CheckboxSelectMultiple
    )
    theme = forms.ChoiceField(label=_("Hva handlet det mest om?"), choices=Theme.choices)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        language = get_language() or "nb"
        for prompt in needs_content().prompts:
            self.fields[prompt.key] = WordsField(
                label=prompt.words.read(language), rows=3, max_length=1500, required=prompt.key == NEED
            )

    def meeting(self) -> Meeting:
        """The facts of the meeting."""
        data = self.cleaned_data
        return Meeting(data["held_on"], data["took_part"], data["role_groups"])

    def minutes(self, before: dict[str, Text] | None = None) -> dict[str, Text]:
        """What was agreed, by prompt."""
        stood = before or {}
        return {prompt.key: self.text(prompt.key, stood.get(prompt.key)) for prompt in needs_content().prompts}


class ProcessEditForm(ProcessForm):
    """Correcting the minutes."""

    version = VersionField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["theme"]

    @staticmethod
    def words_of(process: CollectiveProcess) -> dict[str, object]:
        """What stands there now."""
        words: dict[str, object] = {minute.prompt: str(minute.words) for minute in process.minutes.all()}
        facts = {"held_on": process.held_on, "took_part": process.took_part, "role_groups": process.role_groups}
        return {**words, **facts, "version": process.version}
