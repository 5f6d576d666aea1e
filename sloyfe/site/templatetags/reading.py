"""Reading a `Text` in the language of the page."""

from django import template
from django.utils.translation import get_language

from sloyfe.kit.text import Text

register = template.Library()


@register.filter
def read(value: Text | str | None) -> str:
    """The words in the language of the page."""
    if isinstance(value, Text):
        return value.read(get_language() or "nb")
    return value or ""
