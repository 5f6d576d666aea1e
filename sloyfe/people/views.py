"""Signing in by e-mailed code, signing out, and the language of the screen."""

from django.conf import settings
from django.contrib.auth import login, logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django.utils.translation import get_language
from django.views.decorators.http import require_POST

from sloyfe.people import actions
from sloyfe.people.doors import everyone, signed_in_person
from sloyfe.people.forms import CodeForm, EmailForm
from sloyfe.people.models import Person

BACKEND = "django.contrib.auth.backends.ModelBackend"


@everyone
def sign_in(request: HttpRequest) -> HttpResponse:
    """Ask for an address and post a code to it."""
    form = EmailForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        email = form.cleaned_data["email"]
        language = get_language() or "nb"
        if form.attempt(actions.ask_for_code, email, language=language, at=timezone.now()):
            return redirect(f"/inn/kode/?{urlencode({'epost': email, 'neste': next_page(request)})}")
    page = {"form": form, "next": next_page(request), "demo": settings.DEMO}
    return render(request, "people/sign_in.html", page, status=form.status_code)


@everyone
def sign_in_code(request: HttpRequest) -> HttpResponse:
    """Take the code that came by e-mail."""
    form = CodeForm(request.POST or None, initial={"email": request.GET.get("epost", "")})
    if request.method == "POST" and form.is_valid():
        email, code = form.cleaned_data["email"], form.cleaned_data["code"]
        if form.attempt(actions.sign_in_with_code, email, code, at=timezone.now()):
            return welcome(request, form.result)
    page = {"form": form, "next": next_page(request)}
    return render(request, "people/sign_in_code.html", page, status=form.status_code)


@require_POST
@everyone
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session on this device."""
    logout(request)
    return redirect("/")


@require_POST
@everyone
def language(request: HttpRequest) -> HttpResponse:
    """Choose bokmål or nynorsk, for the person or, without an account, for this browser."""
    chosen = request.POST.get("language", "")
    response = HttpResponseRedirect(next_page(request))
    if chosen in dict(settings.LANGUAGES):
        person = signed_in_person(request)
        if person:
            actions.choose_language(person, chosen)
        response.set_cookie(settings.LANGUAGE_COOKIE_NAME, chosen, max_age=31_536_000, samesite="Lax", httponly=True)
    return response


def welcome(request: HttpRequest, person: Person) -> HttpResponse:
    """Start the session and go where the person was heading."""
    login(request, person, backend=BACKEND)
    return redirect(next_page(request))


def next_page(request: HttpRequest) -> str:
    """Where to go next, if it is a page of ours; else the start page."""
    wanted = request.POST.get("next") or request.GET.get("neste") or "/"
    ours = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    return wanted if ours else "/"
