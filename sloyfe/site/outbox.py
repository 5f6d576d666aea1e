"""The outbox: what would have been e-mailed, where no mail server is set up; uncertain letters where one is."""

from django.conf import settings
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from sloyfe.access.can import operator
from sloyfe.people.models import Letter, Person

A_PAGE = 30


@operator
def outbox(request: HttpRequest, _person: Person) -> HttpResponse:
    """Letters, newest first; their words only where nobody else delivers them."""
    letters = Letter.objects.select_related("dispatch").order_by("-written_at")
    page = Paginator(letters, A_PAGE).get_page(request.GET.get("side"))
    return render(request, "site/outbox.html", {"letters": page, "delivered": bool(settings.EMAIL_URL)})
