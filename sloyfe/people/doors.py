"""Declarations for pages outside a partnership: open to the world, or to anybody with an account."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.http import urlencode

from sloyfe.people.models import Person

View = Callable[..., HttpResponseBase]


def everyone(view: View) -> View:
    """Let in the world; itself a declaration."""

    @wraps(view)
    def open_view(request: HttpRequest, **rest: Any) -> HttpResponseBase:
        return view(request, **rest)

    open_view.declares = "everyone"  # type: ignore[attr-defined]  # read by the architecture test
    return open_view


def signed_in_person(request: HttpRequest) -> Person | None:
    """The person behind the session, if any."""
    return request.user if isinstance(request.user, Person) else None


def to_sign_in(request: HttpRequest) -> HttpResponse:
    """Ask who it is, and come back here afterwards; what was written is shown first, so that it is not lost."""
    door = f"/inn/?{urlencode({'neste': _way_back(request)})}"
    written = _written(request)
    if written:
        return render(request, "people/signed_out.html", {"written": written, "door": door}, status=401)
    return redirect(door)


def _way_back(request: HttpRequest) -> str:
    """The page one stood on: what was sent may have an address that no browser can open."""
    page = urlsplit(request.headers.get("Referer", ""))
    if request.method != "POST" or page.netloc != request.get_host():
        return request.get_full_path()
    return f"{page.path}?{page.query}" if page.query else page.path


def _written(request: HttpRequest) -> list[str]:
    """What somebody has written in words; codes, choices and single words are quickly given again."""
    sent = [words.strip() for _name, values in request.POST.lists() for words in values]
    return [words for words in sent if len(words.split()) > 1]
