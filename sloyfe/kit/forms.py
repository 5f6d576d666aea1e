"""Forms that keep what was typed when the answer is no."""

import re
from collections.abc import Callable, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sloyfe.kit.refusal import Refusal
from sloyfe.kit.rows import Stale
from sloyfe.kit.text import Text

BILINGUAL = ("nb", "nn")
BREAKS = re.compile(r"[\x0b\x0c\x85\u2028\u2029]")
# Control signs, and signs without width or that turn the order of words; joiners stay, for emoji are made with them.
UNSEEN = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\xad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


class Form(forms.Form):
    """A form whose action may refuse; the refusal becomes a sentence on the form."""

    result: Any = None
    _status: int | None = None

    def attempt(self, action: Callable[..., Any], *args: Any, **kwargs: Any) -> bool:
        """Run the action; put a Refusal on the form. A stale save passes on to its own page."""
        try:
            self.result = action(*args, **kwargs)
        except Stale:
            raise
        except Refusal as refusal:
            self._status = refusal.status
            self.add_error(None, str(refusal))
            return False
        return True

    @property
    def status_code(self) -> int:
        """200 untouched or right, 422 for wrong input, the refusal's own status for a no."""
        if not self.is_bound or not self.errors:
            return 200
        return self._status or 422


class VersionField(forms.IntegerField):
    """The hidden version of the row that the form shows."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(widget=forms.HiddenInput, required=True, min_value=1, **kwargs)


class WordsField(forms.CharField):
    """Words as they were meant: unseen signs, which pasted text may hold and a database may refuse, are left out."""

    def to_python(self, value: Any) -> str | None:
        """A break within a line becomes a space; what has no width goes."""
        return super().to_python(UNSEEN.sub("", BREAKS.sub(" ", value)) if isinstance(value, str) else value)


class BilingualWidget(forms.MultiWidget):
    """Two boxes, bokmål and nynorsk, side by side where there is room."""

    template_name = "forms/bilingual.html"

    def __init__(self, *, rows: int = 4, attrs: dict[str, Any] | None = None) -> None:
        boxes: dict[str, forms.Widget | type[forms.Widget]] = {
            lang: forms.Textarea({"rows": rows, "lang": lang, "class": "ds-input"})
            if rows > 1
            else forms.TextInput({"lang": lang, "class": "ds-input"})
            for lang in BILINGUAL
        }
        super().__init__(boxes, attrs)

    def decompress(self, value: Text | None) -> list[str]:
        """Text → the words of each box."""
        return [value.entries.get(lang, "") if value else "" for lang in BILINGUAL]

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Name each box by its language and say how it stands."""
        context = super().get_context(name, value, attrs)
        text = value if isinstance(value, Text) else None
        names = {"nb": _("Bokmål"), "nn": _("Nynorsk")}
        for lang, box in zip(BILINGUAL, context["widget"]["subwidgets"], strict=True):
            box["language"] = lang
            box["language_name"] = names[lang]
            box["status"] = text.status(lang).value if text else ""
        return context


class BilingualField(forms.MultiValueField):
    """A `Text` written in bokmål and nynorsk; one language is enough unless both are asked for."""

    def __init__(self, *, rows: int = 4, max_length: int = 4000, both: bool = False, **kwargs: Any) -> None:
        required = kwargs.pop("required", True)
        fields = [WordsField(required=both and required, max_length=max_length) for _lang in BILINGUAL]
        super().__init__(
            fields,
            widget=BilingualWidget(rows=rows),
            require_all_fields=both and required,
            required=required,
            **kwargs,
        )

    def compress(self, data_list: Sequence[str]) -> Text:
        """The boxes → a new Text; use `Text.rewritten` to carry it into a stored one."""
        # Browsers end the lines of a box with two signs; kept, they would make an untouched text look rewritten.
        unix = [words.replace("\r\n", "\n") for words in data_list or ("", "")]
        words = dict(zip(BILINGUAL, unix, strict=True))
        return Text.of(**words, source="nb" if words["nb"] or not words["nn"] else "nn")
