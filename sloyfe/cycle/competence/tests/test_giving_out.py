"""A draft becomes a version: read like any other, compared with the one before, and kept as it was."""

import pytest

from conftest import NOW, Member, World
from sloyfe.access.models import Space
from sloyfe.cycle.competence.actions import drafting, wording
from sloyfe.cycle.competence.actions.giving_out import NothingToGiveOut, give_out
from sloyfe.cycle.competence.actions.imports import carry_out, keep_file
from sloyfe.cycle.competence.markup.packages import Format
from sloyfe.cycle.competence.markup.tree import Language
from sloyfe.cycle.competence.models import PackageDraft, PackageVersion
from sloyfe.cycle.competence.reading.doors import read_package
from sloyfe.cycle.competence.tests.drafting import PNG, at, begun, only_page, put, send
from sloyfe.cycle.competence.tests.making import manifest, resource, wiki, zipped
from sloyfe.cycle.competence.tests.test_reading import cartridge, read_in
from sloyfe.cycle.competence.writing import only as seen_by
from sloyfe.cycle.partnership.tests.asking import asks
from sloyfe.kit.text import Text


@pytest.fixture
def draft(world: World, kari: Member) -> PackageDraft:
    return begun(world, kari)


def out(draft: PackageDraft, by: Member) -> PackageVersion:
    draft.refresh_from_db()
    return give_out(draft, by=by.person, at=NOW)


@pytest.fixture
def written(draft: PackageDraft, kari: Member) -> PackageDraft:
    page = only_page(draft)
    wording.describe(
        page, Text.of(nb="Om lek", nn="Om leik"), version=1, kind="assignment", readers="everyone", minutes=20
    )
    wording.add_file(
        draft, "sand.png", PNG, alt=Text.of(nb="To barn", nn="To born"), decorative=False, licence="cc_by",
        by=kari.person, at=NOW,
    )  # fmt: skip
    put(page, "## Å leke\n\nBarn leker.", "## Å leike\n\nBarn leikar.")
    put(page, "![To barn](fil:sand.png)", "![To born](fil:sand.png)")
    put(page, "::: oppgave Snakk sammen\nHva ser dere?\n:::", "::: oppgåve Snakk saman\nKva ser de?\n:::")
    return draft


def test_an_empty_draft_is_not_given_out(kari, draft):
    with pytest.raises(NothingToGiveOut):
        out(draft, kari)


def test_a_draft_is_given_out_and_read_by_those_it_is_for(world, kari, nils, written):
    answer = kari.client.post(at(world, written, rest="utgave/"), {"ut": "ja"})
    version = PackageVersion.objects.in_space(world.space).get()
    assert answer.url == world.url(f"pakker/{version.package_id}/")
    page = version.pages.get()
    assert (page.minutes, page.kind, page.readers) == (20, "assignment", "everyone")
    html = nils.client.get(world.url(f"pakker/{version.package_id}/sider/{page.pk}/")).content.decode()
    assert "Barn leikar." in html
    assert "Barn leker." not in html
    assert 'alt="To born"' in html
    asset = version.assets.get()
    shown = nils.client.get(world.url(f"pakker/{version.package_id}/sider/{page.pk}/filer/{asset.pk}/"))
    assert shown.content == PNG


def test_its_original_is_an_archive_of_our_own_that_reads_as_the_same(kari, written):
    version = out(written, kari)
    tree = read_package(bytes(version.original), "pakke.zip")
    assert tree.format == Format.OWN
    assert [page.identity for page in tree.pages] == ["s1"]
    assert tree.licence.code == "cc_by_sa"
    assert tree.pages[0] == version.pages.get().tree or tree.pages[0].blocks == version.pages.get().tree.blocks


def test_the_next_version_is_of_the_same_package_and_shows_what_changed_word_by_word(world, kari, written):
    first = out(written, kari)
    block = only_page(written).blocks.first()
    wording.word(
        block, Text.of(nb="## Å leke\n\nBarn leker ute.", nn="## Å leike\n\nBarn leikar."), version=block.version
    )
    second = out(written, kari)
    assert (second.package_id, second.number) == (first.package_id, 2)
    page = second.pages.get()
    here = f"pakker/{second.package_id}/utgaver/"
    listed = kari.client.get(world.url(here)).content.decode()
    assert listed.index("Utgave 2") < listed.index("Utgave 1")
    assert "innholdet er endret" in kari.client.get(world.url(f"{here}{second.pk}/")).content.decode()
    html = kari.client.get(world.url(f"{here}{second.pk}/sider/{page.pk}/")).content.decode()
    assert "<ins> ute</ins>" in html
    old = kari.client.get(world.url(f"{here}{first.pk}/sider/{first.pages.get().pk}/")).content.decode()
    assert "Barn leker." in old
    assert "ute" not in old.partition("<article")[2]
    pictured = f"{here}{first.pk}/sider/{first.pages.get().pk}/filer/{first.assets.get().pk}/"
    assert kari.client.get(world.url(pictured)).content == PNG


def test_the_same_draft_twice_is_told_that_nothing_is_new(world, kari, written):
    out(written, kari)
    answer = kari.client.post(at(world, written, rest="utgave/"), {"ut": "ja"})
    assert answer.status_code == 409
    assert PackageVersion.objects.in_space(world.space).count() == 1


def test_what_was_taken_out_is_not_given_out(kari, written):
    block = only_page(written).blocks.last()
    drafting.remove(block, by=kari.person, at=NOW)
    hidden = drafting.add_page(drafting.add_module(written))
    put(hidden, "Borte", "Borte")
    drafting.remove(hidden.module, by=kari.person, at=NOW)
    version = out(written, kari)
    assert "oppgave" not in str(version.pages.get().content)
    assert version.pages.count() == 1


def test_versions_of_a_package_that_was_read_in_are_shown_too(world, kari):
    read_in(world, kari, cartridge(bodies={"start": "<p>Det var en gang.</p>"}))
    second = read_in(world, kari, cartridge(bodies={"start": "<p>Det var to ganger.</p>"}))
    here = f"pakker/{second.package_id}/utgaver/{second.pk}/"
    assert "start" in kari.client.get(world.url(here)).content.decode()
    html = kari.client.get(world.url(f"{here}sider/{second.pages.first().pk}/")).content.decode()
    assert "<del>" in html
    assert "<ins>" in html


def test_only_those_who_look_after_packages_read_earlier_versions(world, kari, ola, ute, written):
    version = out(written, kari)
    for rest in ("", f"{version.pk}/", f"{version.pk}/sider/{version.pages.get().pk}/"):
        address = world.url(f"pakker/{version.package_id}/utgaver/{rest}")
        assert ola.client.get(address).status_code == 403
        assert ute.client.get(address).status_code == 404
        assert kari.client.get(address).status_code == 200


def test_the_overview_says_what_to_look_at_with_a_way_to_the_block(world, kari, written):
    page = only_page(written)
    block = put(page, "#### Dypt\n\nSe [siden](side:s99) og ![](fil:borte.png)", "")
    html = kari.client.get(at(world, written, rest="utgave/")).content.decode()
    for sentence in ("Nynorsk mangler.", "Overskriften hopper over et nivå.", "Bildet mangler alternativ tekst.",
                     "Lenken går til noe som ikke er i pakken."):  # fmt: skip
        assert sentence in html
    assert f"#b-{block.pk}" in html
    assert send(kari, at(world, written, page), f"out:{block.pk}").status_code == 302
    assert "Ingenting." in kari.client.get(at(world, written, rest="utgave/")).content.decode()


def test_a_copy_of_a_package_that_was_read_in_says_the_same_and_can_be_written_on(world, kari):
    body = (
        '<div class="language" lang="nb"><p>Det var en gang.</p></div>'
        '<div class="language" lang="nn"><p>Det var ein gong.</p></div>'
        '<p><img src="$IMS-CC-FILEBASE$/tavle.png" alt="En tavle"></p>'
        '<table><tr><th colspan="2">Bredt</th></tr><tr><td>1</td><td>2</td></tr></table>'
    )
    version = read_in(world, kari, cartridge(bodies={"start": body}))
    answer = kari.client.post(world.url(f"pakker/{version.package_id}/utgaver/{version.pk}/utkast/"))
    copy = PackageDraft.objects.in_space(world.space).get()
    assert answer.url == at(world, copy)
    first = only_page(copy).blocks.first()
    assert first.text.entries == {"nb": "Det var en gang.", "nn": "Det var ein gong."}
    again = out(copy, kari)
    assert again.package_id != version.package_id
    assert [str(block) for block in only(again)] == [str(block) for block in only(version)]
    assert again.assets.get().path == version.assets.get().path


def test_a_licence_that_forbids_changes_lets_nobody_write_on(world, kari):
    version = read_in(world, kari, cartridge(bodies={"start": "<p>Slik er det.</p>"}))
    PackageVersion.objects.in_space(world.space).filter(pk=version.pk).update(licence="cc_by_nd")
    answer = kari.client.post(world.url(f"pakker/{version.package_id}/utgaver/{version.pk}/utkast/"))
    assert answer.status_code == 409
    assert not PackageDraft.objects.in_space(world.space).exists()


def only(version: PackageVersion):
    """What the page says in each language, without where it was found."""
    blocks = version.pages.get().tree.blocks
    return [block for language in (Language.NB, Language.NN) for block in seen_by(blocks, language)]


def test_versions_and_what_to_look_at_keep_a_fixed_number_of_questions(world, kari, written):
    page = only_page(written)
    for number in range(1, 4):
        block = put(page, f"Nytt {number}", f"Nytt {number} nn")
        version = out(written, kari)
        here = world.url(f"pakker/{version.package_id}/utgaver/")
        with asks(4):
            kari.client.get(here)
        with asks(10):
            kari.client.get(at(world, written, rest="utgave/"))
        if number > 1:
            with asks(7):
                kari.client.get(f"{here}{version.pk}/")
            read = version.pages.get()
            with asks(8):
                kari.client.get(f"{here}{version.pk}/sider/{read.pk}/")
        assert block.page == page


def test_a_copy_keeps_what_readers_do_not_see_out_until_somebody_takes_it_back_in(world, kari, nils):
    pages = {name: f"<p>Ord om {name}.</p>" for name in ("apen", "skjult", "s²", "y" * 70, "s4")}
    files = {
        f"wiki_content/{at}.html": wiki(
            name, f"nb: {name}", text, state="unpublished" if name == "skjult" else "active"
        )
        for at, (name, text) in enumerate(pages.items())
    }
    listed = (resource(name, f"wiki_content/{at}.html") for at, name in enumerate(pages))
    version = read_in(world, kari, zipped({**files, "imsmanifest.xml": manifest("".join(listed))}))
    kari.client.post(world.url(f"pakker/{version.package_id}/utgaver/{version.pk}/utkast/"))
    [draft] = PackageDraft.objects.in_space(world.space)
    drafting.add_page(draft.modules.get())

    assert [page.identity for page in draft.pages.all()] == ["apen", "skjult", "s²", "s5", "s4", "s6"]
    given = out(draft, kari)
    assert "skjult" not in [page.identity for page in given.pages.all()]
    drafting.put_back(draft.pages.get(identity="skjult"))
    assert "skjult" in [page.identity for page in out(draft, kari).pages.all()]


def test_what_others_wrote_may_not_be_taken_along_because_it_came_as_an_archive_of_ours(world, kari, written, ute):
    PackageDraft.objects.in_space(world.space).filter(pk=written.pk).update(licence="private")
    ours = out(written, kari)
    taken = kari.client.get(world.url(f"pakker/{ours.package_id}/nedlasting/arkiv/"))
    assert taken.status_code == 200

    there = Space.objects.get(slug="annet")
    run = keep_file(there, taken.content, "pakke.zip", by=ute.person, at=NOW)
    theirs = carry_out(run, at=NOW)
    leads = f"/p/annet/pakker/{theirs.package_id}/nedlasting/"
    assert "Derfor kan ikke pakken lastes ned" in ute.client.get(leads).text
    answers = [ute.client.get(f"{leads}{form}/").status_code for form in ("nettsider", "arkiv", "kassett")]
    assert answers == [409] * 3
