"""The code of a meeting: as people say it, as a picture, and where to write it."""

import segno
from django.conf import settings
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from sloyfe.cycle.meetings.queries.guessing import control


def grouped(code: str) -> str:
    """Four digits and four digits, as one says them."""
    return f"{code[:4]} {code[4:]}"


def address() -> str:
    """Where to write the code, without the beginning that nobody types."""
    whole: str = settings.PUBLIC_URL + reverse("joining:code")
    return whole.partition("://")[2].rstrip("/")


def picture(code: str) -> SafeString:
    """The way in as a picture that a phone reads."""
    link = settings.PUBLIC_URL + reverse("joining:meeting", args=[code]) + f"?k={control(code)}"
    drawing = segno.make_qr(link, error="m").svg_inline(border=2, scale=1, omitsize=True)
    return mark_safe(drawing)  # noqa: S308 - drawn by segno from our own address
