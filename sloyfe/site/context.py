"""What the base page needs on every page."""

from django.conf import settings
from django.http import HttpRequest


def page(request: HttpRequest) -> dict[str, object]:
    """The visit (None outside a partnership) and whether this is the demo."""
    return {"visit": getattr(request, "visit", None), "is_demo": settings.DEMO, "languages": settings.LANGUAGES}
