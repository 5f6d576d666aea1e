"""Small readings of figures for templates."""

from django import template

register = template.Library()


@register.filter
def percent(share: float) -> int:
    """A share in whole percent."""
    return round(100 * share)


@register.filter
def pair(first: str, second: str) -> list[str]:
    """Two names as a list, for a chart with two series."""
    return [str(first), str(second)]
