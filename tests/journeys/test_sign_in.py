"""From an empty database to the operator's start page."""

import pytest

from tests.journeys.conftest import Readers, first_run
from tests.journeys.installations import Server

pytestmark = pytest.mark.browser


def test_the_first_operator_signs_in_with_the_printed_code(server: Server, readers: Readers):
    link, code = first_run(server, "kari@example.org", "Kari Eide")
    kari = readers.reader()
    kari.page.goto(server.url + link[link.index("/inn/") :])
    kari.look()
    kari.page.get_by_label("Kode").fill(code)
    kari.press("Logg inn")

    assert kari.path() == "/"
    assert kari.page.get_by_role("heading", level=1).inner_text() == "Min tur nå"


def test_without_a_seat_there_is_nothing_to_see(readers: Readers):
    stranger = readers.reader(phone=True, language="nn")
    stranger.go("/")
    stranger.page.goto(f"{readers.server.url}/p/lesing/")

    assert stranger.path().startswith("/inn/?neste=")
