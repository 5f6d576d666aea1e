"""Walking through every page that somebody is led to."""

import html
import re
from collections import Counter
from collections.abc import Iterator

from django.test import Client

from sloyfe.people.models import Person
from sloyfe.site.demo.people import address

KEY = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}|(?<=/)\d+(?=/)")
FILE = re.compile(r"\.(?:docx|odt|pdf|ics|xlsx|csv)\b|/static/|format=")
LINK = re.compile(r'href="(/[^"#]*)"')


def browser(name: str, language: str) -> Client:
    """Somebody of the cast, reading in a language."""
    person = Person.objects.get(email=address(name))
    person.language = language
    person.save(update_fields=["language"])
    client = Client()
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    return client


Page = tuple[str, int, str]
_walked: dict[tuple[str, str], list[Page]] = {}


def walk(name: str, language: str) -> list[Page]:
    """Address, status and text of the pages somebody is led to; walked once, however many tests ask."""
    if (name, language) not in _walked:
        _walked[name, language] = list(_pages(browser(name, language), each=2 if name == "ute" else 1))
    return _walked[name, language]


def _pages(client: Client, *, each: int) -> Iterator[Page]:
    """Every page that links lead to, at most so many of each kind."""
    waiting, seen = ["/"], Counter[str]()
    while waiting:
        url = waiting.pop(0)
        kind = KEY.sub("*", url.partition("?")[0])
        if seen[kind] >= each or FILE.search(url):
            continue
        seen[kind] += 1
        page = client.get(url, follow=True)
        text = page.content.decode() if "html" in page["Content-Type"] else ""
        yield url, page.status_code, text
        waiting += [html.unescape(link) for link in LINK.findall(text)]
