"""A package is given on a page, read by the worker, and its page says how it went."""

from django.core.files.uploadedfile import SimpleUploadedFile

from conftest import NOW, Member, World
from sloyfe.cycle.competence.actions import trials
from sloyfe.cycle.competence.models import Package, PackageImport
from sloyfe.cycle.competence.tests.test_reading import cartridge


def give(world: World, who: Member, content: bytes = b"", text: str = "", step: str = "") -> str:
    """Give a file or a text; the address of its page."""
    said: dict[str, object] = {"text": text, "step": step}
    if content:
        said["file"] = SimpleUploadedFile("pakke.imscc", content)
    answer = who.client.post(world.url("pakker/innlesinger/"), said)
    assert answer.status_code == 302, answer.text
    return answer.headers["Location"]


def read_packages() -> None:
    """What the worker does."""
    trials.read_waiting(at=NOW)


def test_a_file_waits_is_read_and_tells_what_was_found(world: World, kari: Member):
    page = give(world, kari, cartridge())
    waiting = kari.client.get(page)
    assert "venter på tur" in waiting.text
    assert waiting.headers["Refresh"] == "3"

    read_packages()
    told = kari.client.get(page)
    assert "lest inn" in told.text
    assert "Refresh" not in told.headers
    assert "Pakken sier ikke hvilken lisens den har." in told.text


def test_pasted_text_becomes_a_package(world: World, kari: Member):
    page = give(world, kari, text="Undring\n\n[udir-task]\nTell pausene sammen.")
    read_packages()

    assert "lest inn" in kari.client.get(page).text
    assert "Undring" in kari.client.get(world.url("pakker/")).text


def test_a_broken_file_says_why(world: World, kari: Member):
    page = give(world, kari, cartridge()[:200])
    read_packages()

    assert "ikke en hel zip-fil" in kari.client.get(page).text


def test_it_can_be_called_off(world: World, kari: Member):
    page = give(world, kari, cartridge())
    kari.client.post(f"{page}avbrudd/")
    read_packages()

    assert "ingenting er lagret" in kari.client.get(page).text
    assert not Package.objects.in_space(world.space).exists()


def test_nothing_given_gets_a_sentence(world: World, kari: Member):
    answer = kari.client.post(world.url("pakker/innlesinger/"), {"text": ""})

    assert answer.status_code == 422
    assert "Velg en fil" in answer.text


def test_only_those_who_look_after_packages_read_them_in(
    world: World, kari: Member, ola: Member, nils: Member, ute: Member
):
    address = world.url("pakker/innlesinger/")
    answers = [who.client.get(address).status_code for who in (kari, ola, nils, ute)]

    assert answers == [200, 403, 403, 404]
    assert not PackageImport.objects.in_space(world.space).exists()
