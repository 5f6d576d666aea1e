"""Several write in the same draft: nothing that anybody typed is lost."""

import re

import pytest

from conftest import NOW, Member, World
from sloyfe.cycle.competence.actions import drafting, wording
from sloyfe.cycle.competence.models import PackageDraft
from sloyfe.cycle.competence.queries import drafts as queries
from sloyfe.cycle.competence.tests.drafting import at, begun, filled, only_page, put, send
from sloyfe.kit.rows import Stale
from sloyfe.kit.text import Text


@pytest.fixture
def draft(world: World, kari: Member) -> PackageDraft:
    return begun(world, kari)


def test_two_who_write_in_the_same_block_see_both_texts_and_what_was_typed_elsewhere_is_saved(world, kari, siri, draft):
    page = only_page(draft)
    one, two = put(page, "Det sto her", ""), put(page, "Urørt", "")
    address = at(world, draft, page)
    seen = filled(kari, address)
    send(siri, address, "save", **{f"words-{one.pk}_nb": "Siri skrev dette"})
    answer = kari.client.post(
        address, {**seen, f"words-{one.pk}_nb": "Kari skrev noe annet", f"words-{two.pk}_nb": "Også Kari", "do": "save"}
    )
    html = answer.content.decode()
    assert answer.status_code == 409
    assert "Siri" in html
    assert "Kari skrev noe annet</textarea>" in html
    two.refresh_from_db()
    assert two.text.entries["nb"] == "Også Kari"
    again = {**seen, **dict(re.findall(r'name="(version-[^"]+)" value="(\d+)"', html)), f"words-{one.pk}_nb": "Begge"}
    assert kari.client.post(address, {**again, "do": "save"}).status_code == 302
    one.refresh_from_db()
    assert one.text.entries["nb"] == "Begge"


def test_blocks_that_nobody_typed_in_stay_as_others_made_them(world, kari, siri, draft):
    page = only_page(draft)
    one, two = put(page, "En", ""), put(page, "To", "")
    address = at(world, draft, page)
    seen = filled(kari, address)
    send(siri, address, "save", **{f"words-{one.pk}_nb": "Siri"})
    assert kari.client.post(address, {**seen, f"words-{two.pk}_nb": "Kari", "do": "save"}).status_code == 302
    one.refresh_from_db()
    two.refresh_from_db()
    assert (one.text.entries["nb"], two.text.entries["nb"]) == ("Siri", "Kari")


def test_what_is_typed_in_a_block_that_another_took_out_is_kept_there(world, kari, siri, draft):
    page = only_page(draft)
    block = put(page, "En", "")
    address = at(world, draft, page)
    seen = filled(kari, address)
    send(siri, address, f"out:{block.pk}")
    kari.client.post(address, {**seen, f"words-{block.pk}_nb": "Karis arbeid", "do": "save"})
    block.refresh_from_db()
    assert block.text.entries["nb"] == "Karis arbeid"
    assert "Karis arbeid" in kari.client.get(address).content.decode()


def test_a_page_that_another_added_to_is_saved_all_the_same(world, kari, siri, draft):
    page = only_page(draft)
    block = put(page, "En", "")
    address = at(world, draft, page)
    seen = filled(kari, address)
    new = put(page, "Siris nye", "")
    assert kari.client.post(address, {**seen, f"words-{block.pk}_nb": "Endret", "do": "save"}).status_code == 302
    new.refresh_from_db()
    assert new.text.entries["nb"] == "Siris nye"


def test_a_stale_block_is_not_overwritten(draft):
    block = put(only_page(draft), "En")
    wording.word(block, Text.of(nb="To"), version=block.version)
    with pytest.raises(Stale):
        wording.word(block, Text.of(nb="Tre"), version=1)


def test_a_coordinator_elsewhere_cannot_reach_into_a_draft(world, kari, draft):
    page = only_page(draft)
    other = drafting.begin(world.space, Text.of(nb="Annen"), "cc0", by=kari.person, at=NOW)
    block = put(only_page(other), "Der")
    answer = kari.client.post(at(world, draft, page), {**filled(kari, at(world, draft, page)), "do": f"out:{block.pk}"})
    assert answer.status_code in {404, 409}
    assert block in queries.blocks_on(only_page(other))
