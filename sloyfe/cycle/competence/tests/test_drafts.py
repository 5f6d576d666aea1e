"""People write packages: nothing typed is lost, everything can be taken back, and only they see it."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from conftest import NOW, Member, World
from sloyfe.cycle.competence.actions import drafting
from sloyfe.cycle.competence.models import DraftFile, PackageDraft
from sloyfe.cycle.competence.queries import drafts as queries
from sloyfe.cycle.competence.tests.drafting import PNG, at, begun, only_page, put, send
from sloyfe.cycle.partnership.tests.asking import asks
from sloyfe.kit.text import Text


@pytest.fixture
def draft(world: World, kari: Member) -> PackageDraft:
    return begun(world, kari)


def test_kari_begins_a_package_and_gets_a_page_to_write_on(world, kari):
    form = {"title_nb": "Lek i skolen", "title_nn": "Leik i skulen", "licence": "cc_by_sa"}
    answer = kari.client.post(world.url("pakker/utkast/"), form)
    made = PackageDraft.objects.in_space(world.space).get()
    assert answer.url == at(world, made)
    assert only_page(made).module.draft == made
    assert "Lek i skolen" in kari.client.get(at(world, made)).content.decode()


def test_a_package_without_a_title_is_told_so_and_the_nynorsk_stays(world, kari):
    answer = kari.client.post(world.url("pakker/utkast/"), {"title_nb": "", "title_nn": "", "licence": "cc_by_sa"})
    assert answer.status_code == 422


def test_only_those_who_look_after_packages_see_drafts(world, draft, ola, siri, ute):
    page = only_page(draft)
    for address in (
        world.url("pakker/utkast/"),
        at(world, draft),
        at(world, draft, page),
        at(world, draft, rest="filer/"),
    ):
        assert ola.client.get(address).status_code == 403
        assert ute.client.get(address).status_code == 404
        assert siri.client.get(address).status_code == 200


def test_a_draft_of_another_partnership_is_not_there(world, kari, draft, ute):
    elsewhere = f"/p/annet/pakker/utkast/{draft.pk}/"
    assert ute.client.get(elsewhere).status_code == 404


def test_every_button_saves_all_that_was_typed_first(world, kari, draft):
    page = only_page(draft)
    one, two = put(page, "Første", "Fyrste"), put(page, "Andre", "Andre")
    typed = {f"words-{one.pk}_nb": "Første, endret", f"words-{two.pk}_nn": "Den andre"}
    answer = send(kari, at(world, draft, page), f"up:{two.pk}", **typed)
    assert answer.url == f"{at(world, draft, page)}#b-{two.pk}"
    assert [block.pk for block in queries.blocks_on(page)] == [two.pk, one.pk]
    one.refresh_from_db()
    two.refresh_from_db()
    assert one.text.entries == {"nb": "Første, endret", "nn": "Fyrste"}
    assert two.text.entries["nn"] == "Den andre"
    assert one.text.status("nn") == "older"


def test_blocks_are_put_in_taken_out_and_taken_back(world, kari, draft):
    page = only_page(draft)
    address = at(world, draft, page)
    send(kari, address, "under:", **{"kind-": "task"})
    (box,) = queries.blocks_on(page)
    assert box.text.entries["nb"].startswith("::: oppgave")
    send(kari, address, f"under:{box.pk}", **{f"kind-{box.pk}": "paragraph"})
    assert [bool(block.text) for block in queries.blocks_on(page)] == [True, False]
    answer = send(kari, address, f"out:{box.pk}")
    assert box not in queries.blocks_on(page)
    assert "Angre" in kari.client.get(answer.url).content.decode()
    send(kari, address, f"back:{box.pk}")
    assert queries.blocks_on(page)[0] == box


def test_a_page_moves_into_the_next_module_at_the_edge(world, kari, draft):
    first = only_page(draft)
    second = drafting.add_module(draft)
    drafting.move(first, 1)
    first.refresh_from_db()
    assert first.module == second
    drafting.move(first, -1)
    first.refresh_from_db()
    assert first.module != second


def test_modules_and_pages_are_added_named_ordered_and_taken_out(world, kari, draft):
    address = at(world, draft)
    send(kari, address, "module")
    one, two = queries.modules_of(draft)
    answer = send(kari, address, f"page:{two.pk}", **{f"words-{two.pk}_nb": "Del to"})
    assert "/sider/" in answer.url
    two.refresh_from_db()
    assert two.title.entries == {"nb": "Del to"}
    send(kari, address, f"up:{two.pk}")
    assert [module.pk for module in queries.modules_of(draft)] == [two.pk, one.pk]
    send(kari, address, f"out:{two.pk}")
    assert [module.pk for module in queries.modules_of(draft)] == [one.pk]
    send(kari, address, f"back:{two.pk}")
    assert len(queries.modules_of(draft)) == 2


def test_nynorsk_begins_with_bokmal_and_a_translation_that_still_fits_is_said_to(world, kari, draft):
    page = only_page(draft)
    block = put(page, "::: oppgave Snakk sammen\nFinn to eksempler.\n:::", "")
    address = at(world, draft, page)
    send(kari, address, f"copy:{block.pk}")
    block.refresh_from_db()
    assert block.text.entries["nn"].startswith("::: oppgåve")
    send(kari, address, "save", **{f"words-{block.pk}_nb": "::: oppgave Snakk sammen\nFinn tre eksempler.\n:::"})
    block.refresh_from_db()
    assert block.text.status("nn") == "older"
    send(kari, address, f"fits:{block.pk}")
    block.refresh_from_db()
    assert block.text.status("nn") == "ok"


def test_the_page_shows_blocks_as_readers_see_them_and_says_what_is_wrong(world, kari, draft):
    page = only_page(draft)
    put(
        page,
        "::: oppgave Snakk\n[Les](https://a.no) og [mer](https://b.no)\n:::",
        "::: oppgåve Snakk\n[Les](https://a.no)\n:::",
    )
    html = kari.client.get(at(world, draft, page)).content.decode()
    assert 'data-kind="task"' in html
    assert "I boksen «oppgave»: 2 lenker på bokmål, 1 på nynorsk." in html


def test_hostile_text_is_only_text(world, kari, draft):
    page = only_page(draft)
    put(page, "<script>alert(1)</script> [x](javascript:alert(1)) <img src=x onerror=alert(1)>", "")
    html = kari.client.get(at(world, draft, page)).content.decode()
    assert "<script>alert" not in html
    assert 'href="javascript' not in html
    assert "<img src=x" not in html


def test_a_picture_needs_words_in_both_languages_or_is_for_show(world, kari, draft):
    address = at(world, draft, rest="filer/")
    image = {"file": SimpleUploadedFile("Sand kasse.png", PNG), "alt_nb": "To barn", "licence": ""}
    assert kari.client.post(address, image).status_code == 422
    image = {"file": SimpleUploadedFile("Sand kasse.png", PNG), "alt_nb": "To barn", "alt_nn": "To born", "licence": ""}
    assert kari.client.post(address, image).status_code == 302
    file = DraftFile.objects.in_space(world.space).get()
    assert file.name == "Sand-kasse.png"
    page = only_page(draft)
    send(kari, at(world, draft, page), "under:", **{"kind-": "fil:Sand-kasse.png"})
    assert queries.blocks_on(page)[0].text.entries == {
        "nb": "![To barn](fil:Sand-kasse.png)", "nn": "![To born](fil:Sand-kasse.png)"
    }  # fmt: skip
    shown = kari.client.get(at(world, draft, rest=f"filer/{file.pk}/"))
    assert (shown.headers["Content-Type"], shown.content) == ("image/png", PNG)
    assert f"filer/{file.pk}/" in kari.client.get(at(world, draft, page)).content.decode()


@pytest.mark.parametrize(
    ("name", "content"), [("virus.exe", b"MZ"), ("side.html", b"<html>"), ("bilde.png", b"GIF8"), ("a.svg", b"<svg>")]
)
def test_files_of_other_kinds_are_refused(world, kari, draft, name, content):
    answer = kari.client.post(
        at(world, draft, rest="filer/"), {"file": SimpleUploadedFile(name, content), "decorative": "on", "licence": ""}
    )
    assert answer.status_code == 422
    assert not DraftFile.objects.in_space(world.space).exists()


def test_pages_keep_a_fixed_number_of_questions(world, kari, draft):
    page = only_page(draft)
    for number in range(1, 4):
        put(page, f"Avsnitt {number}", f"Avsnitt {number} nn")
        with asks(10):
            kari.client.get(at(world, draft, page))
    for number in range(3):
        drafting.add_page(drafting.add_module(draft))
        with asks(10):
            kari.client.get(at(world, draft))
        drafting.begin(world.space, Text.of(nb=f"Pakke {number}"), "cc0", by=kari.person, at=NOW)
        with asks(4):
            kari.client.get(world.url("pakker/utkast/"))
