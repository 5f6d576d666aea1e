"""What somebody posts without an account: looked at before it is read."""

from django.conf import settings
from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest
from django.http.multipartparser import MultiPartParserError
from django.utils.translation import gettext_lazy as _

from sloyfe.kit.refusal import Refusal


class TooLarge(Refusal):
    """Far more than any questionnaire asks for; it is not read."""

    sentence = _(
        "Det du sendte, er mye større enn spørreskjemaet gir plass til. Ingenting er lagret. "
        "Gå tilbake i nettleseren: Har den tatt vare på det du skrev, kan du korte ned det lengste og sende igjen."
    )
    status = 413


class Garbled(Refusal):
    """Not what a form sends."""

    sentence = _("Det som kom fram, lar seg ikke lese. Ingenting er lagret. Gå tilbake i nettleseren, og send igjen.")
    status = 422


def unreadable(request: HttpRequest) -> Refusal | None:
    """Why what was sent cannot be read; what is too large is refused by the size it tells, before it is read."""
    length = request.META.get("CONTENT_LENGTH") or "0"
    most = settings.DATA_UPLOAD_MAX_MEMORY_SIZE or 0
    if not length.isdecimal() or len(length) > 9 or int(length) > most:
        return TooLarge()
    try:
        request.POST.keys()
    except (SuspiciousOperation, MultiPartParserError):
        return Garbled()
    return None


def words_in(request: HttpRequest) -> list[str]:
    """What somebody has written in words, to be shown again where there is no form to keep it in."""
    sent = [words.strip() for _name, values in request.POST.lists() for words in values]
    return [words for words in sent if len(words.split()) > 1]
