"""Boxes for words in the language somebody writes in."""

from typing import Any

from django import forms
from django.utils.translation import get_language

from sloyfe.kit.forms import Form
from sloyfe.kit.text import Text


class WordsField(forms.CharField):
    """One box; what is written in it becomes a `Text` in the writer's language."""

    def __init__(self, *, rows: int = 4, max_length: int = 2000, **kwargs: Any) -> None:
        widget = forms.Textarea({"rows": rows}) if rows > 1 else forms.TextInput()
        super().__init__(widget=widget, max_length=max_length, **kwargs)


class WordsForm(Form):
    """A form with such boxes."""

    def text(self, name: str, before: Text | None = None) -> Text:
        """What the box says, carried into the text that stood there, in the language it was first written in."""
        words = self.cleaned_data.get(name, "")
        if before:
            return before.with_(before.source, words)
        language = "nn" if get_language() == "nn" else "nb"
        return Text.of(**{language: words}, source=language)
