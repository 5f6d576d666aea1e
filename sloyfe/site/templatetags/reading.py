"""What every page reads: a `Text` in its language, a state as a mark and a word, and a part that stands twice."""

from functools import lru_cache

from django import template
from django.template.loader import render_to_string
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from sloyfe.kit.refusal import Sentence
from sloyfe.kit.text import Text

register = template.Library()


@register.filter
def read(value: Text | str | None) -> str:
    """The words in the language of the page."""
    if isinstance(value, Text):
        return value.read(get_language() or "nb")
    return value or ""


@register.simple_tag
def status_tag(state: str, text: Sentence) -> SafeString:
    """How something stands; the component of the same name, which a page may hold fifty times."""
    return _status_tag(str(state), conditional_escape(str(text)))


@register.simple_block_tag
def written_once(content: SafeString) -> SafeString:
    """A part of the page that stands in several places, written once: `{% written_once as menu %}`."""
    return content


@lru_cache(256)
def _status_tag(state: str, text: SafeString) -> SafeString:
    return render_to_string("components/status_tag.html", {"state": state, "text": text})
