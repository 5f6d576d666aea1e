"""How questionnaires stand on the page: steps can be read, nothing is squeezed, nothing empty is numbered."""

import pytest

from conftest import Member, World
from sloyfe.surveys.models import Instrument

SCALE = {"wording_nb": "Hvor ofte?", "wording_nn": "Kor ofte?", "kind": "scale", "scale": "own", "section": "D1"}


@pytest.fixture
def url(world: World, kari: Member) -> str:
    sent = {"template": "empty", "title_nb": "Kort", "title_nn": "Kort", "audience": "staff"}
    kari.client.post(world.url("sporreskjema/"), sent)
    return world.url(f"sporreskjema/{Instrument.objects.in_space(world.space).get().pk}/")


def test_a_scale_of_three_steps_shows_their_names_and_one_of_four_its_numbers(kari, url):
    kari.client.post(f"{url}punkter/", {**SCALE, "steps_nb": "Aldri\n2\nOfte", "steps_nn": "Aldri\n2\nOfte"})
    kari.client.post(f"{url}punkter/", {**SCALE, "steps_nb": "Lite\n2\n3\nMye", "steps_nn": "Lite\n2\n3\nMykje"})
    page = kari.client.get(f"{url}forhandsvisning/side/").text

    assert '<span class="matrix-number" aria-hidden="true">Aldri</span>' in page
    assert '<span class="matrix-number">2</span>' in page
    assert '<span class="matrix-number" aria-hidden="true">4</span>' in page


def test_a_page_without_menu_leaves_no_room_for_one(kari, url):
    assert "page-with-side" in kari.client.get(url).text
    assert "page-with-side" not in kari.client.get(f"{url}forhandsvisning/side/").text


def test_a_part_without_questions_is_not_counted_as_one(kari, url):
    page = kari.client.get(url).text

    assert "Ingen spørsmål i denne delen." in page
    assert '<ol class="items">' not in page
