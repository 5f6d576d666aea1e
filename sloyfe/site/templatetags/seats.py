"""Asking in a template what a visit may do, so that no page links to one that refuses."""

from django import template

from sloyfe.access.policy import Can
from sloyfe.access.visit import Visit

register = template.Library()


@register.filter
def may(visit: Visit, capability: str) -> bool:
    """Whether the visitor holds a seat that gives the capability; an unknown one is an error."""
    return visit.may(Can(capability))
