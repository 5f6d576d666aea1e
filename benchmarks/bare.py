"""The product's addresses, and one more: a page of any length that does nothing but stand in the product's frame."""

from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import include, path
from django.utils.safestring import mark_safe

from sloyfe.access.can import can
from sloyfe.access.policy import Can
from sloyfe.access.visit import Visit

PAGE = "{% extends 'base.html' %}{% block title %}T{% endblock %}{% block content %}{{ body }}{% endblock %}"
FRAME = engines["django"].from_string(PAGE)


class Length:
    """How much stands in the frame."""

    letters = 0


@can(Can.PACKAGE_SEE)
def bare(request: HttpRequest, visit: Visit) -> HttpResponse:
    """The same person, the same session, the same frame, and letters."""
    body = mark_safe("x" * Length.letters)  # noqa: S308 - letters of our own
    return HttpResponse(FRAME.render({"body": body, "visit": visit}, request))


urlpatterns = [path("p/<slug:slug>/naken/", bare), path("", include("sloyfe.site.urls"))]
