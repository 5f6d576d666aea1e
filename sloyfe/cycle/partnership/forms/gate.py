"""Input at the start gate."""

from collections.abc import Iterable

from django import forms
from django.utils.translation import get_language

from sloyfe.cycle.partnership.content.gate import Statement, gate_content
from sloyfe.cycle.partnership.models import Answer
from sloyfe.kit.forms import Form


class ReadinessForm(Form):
    """The readiness list; a statement may stand open for now."""

    def __init__(self, *args: object, statements: Iterable[Statement], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # passed through as Django takes them
        language = get_language() or "nb"
        for each in statements:
            self.fields[each.key] = forms.ChoiceField(
                label=each.words.read(language),
                help_text=each.hint.read(language),
                choices=Answer,
                widget=forms.RadioSelect,
                required=False,
            )


class OverrideForm(Form):
    """The owner's reason."""

    reason = forms.CharField(max_length=4000, widget=forms.Textarea({"rows": 5}))

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # passed through as Django takes them
        self.fields["reason"].label = gate_content().override_label.read(get_language() or "nb")
