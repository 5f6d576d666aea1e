"""What places decided about a package stays theirs, whatever it becomes; and what came of it is there to read."""

import pytest

from conftest import NOW, Member, World
from sloyfe.cycle.competence.actions import audiences
from sloyfe.cycle.competence.actions.core import mark_core, unmark_core
from sloyfe.cycle.competence.actions.refusing import WHY, NotAdaptable
from sloyfe.cycle.competence.adaptation.deciding import take_all
from sloyfe.cycle.competence.adaptation.editing import add, move, require, reword, skip
from sloyfe.cycle.competence.adaptation.layers import Facet
from sloyfe.cycle.competence.adaptation.permissions import Reason
from sloyfe.cycle.competence.adaptation.trees import Kind
from sloyfe.cycle.competence.markup.tree import Paragraph, Run
from sloyfe.cycle.competence.models import PackageAdaptation, Page, VersionTree
from sloyfe.cycle.competence.outlines.wordings import Line, of_blocks, of_line
from sloyfe.cycle.competence.queries.audiences import judged
from sloyfe.cycle.competence.tests.adapting import FIRST, cartridge, decide, drop, pages, read_in, row, said, told

OWN = "own:00000000000040008000000000000001"


def words(text: str) -> str:
    return of_blocks([Paragraph((Run(text),))])


def test_a_version_is_kept_as_a_tree_with_its_pages(world: World, kari: Member):
    version = read_in(world, kari, cartridge())
    tree = VersionTree.objects.in_space(world.space).get(version=version)

    assert [line.element.identity for line in tree.tree.lines] == [
        "m:m1", "p:p-start", "p:p-start#1", "p:p-start#2", "p:p-midt", "p:p-midt#1", "p:p-slutt", "p:p-slutt#1",
    ]  # fmt: skip
    assert set(tree.pages) == {"p:p-start", "p:p-midt", "p:p-slutt"}


def test_a_version_from_before_there_were_trees_gets_one(world: World, kari: Member):
    package = read_in(world, kari, cartridge()).package
    second = read_in(world, kari, cartridge({**FIRST, "ny": "<p>Nytt.</p>"}))
    kept = [row.content for row in VersionTree.objects.in_space(world.space).order_by("version__number")]
    VersionTree.objects.in_space(world.space).all().delete()
    decide(package, world.owner, kari, skip, "p:p-midt")

    assert [row.content for row in VersionTree.objects.in_space(world.space).order_by("version__number")] == kept
    assert VersionTree.objects.in_space(world.space).get(version=second).pages.keys() >= {"p:p-ny"}


def test_what_an_owner_decides_is_read_there_and_comes_to_units_as_changes(world: World, kari: Member, ola: Member):
    package = read_in(world, kari, cartridge()).package
    decide(package, world.school, ola, skip, "p:p-slutt")
    decide(package, world.owner, kari, skip, "p:p-midt")
    decide(package, world.owner, kari, move, "p:p-slutt", "m:m1", None)

    assert told(package, world.owner) == ["slutt", "start"]
    assert told(package, world.school) == ["start", "midt"]
    assert row(package, world.school).waiting == 3
    assert not PackageAdaptation.objects.in_space(world.space).filter(place=world.kindergarten.place).exists()


def test_what_waits_is_counted_anew_when_a_page_is_for_others_than_before(world: World, kari: Member, ola: Member):
    package = read_in(world, kari, cartridge()).package
    decide(package, world.school, ola, reword, "p:p-slutt#1", words("Våre ord."))
    newest = read_in(world, kari, cartridge({**FIRST, "start": "<p>Vi begynner igjen.</p>", "midt": "<p>Vi går.</p>"}))
    before = row(package, world.school).waiting
    start = Page.objects.in_space(world.space).get(version=newest, identity="p-start")
    seen = {each.page.pk: each.chosen for each in judged(newest)}
    audiences.choose(newest, seen | {start.pk: "owners"}, seen, by=kari.person, at=NOW)

    assert 0 < row(package, world.school).waiting < before
    audiences.undo(newest, by=kari.person, at=NOW)
    assert row(package, world.school).waiting == before


def test_own_pages_and_own_words_are_read_with_whose_they_are(world: World, kari: Member, ola: Member):
    package = read_in(world, kari, cartridge()).package
    line = of_line(Line({"nb": "Hos oss", "nn": "Hjå oss"}))
    decide(package, world.owner, kari, add, OWN, Kind.PAGE, wording=line, parent="m:m1", after="p:p-start")
    decide(package, world.school, ola, reword, "p:p-start#2", words("Snakk sammen tre og tre."))

    assert told(package, world.school) == ["start", "Hos oss", "midt", "slutt"]
    assert [page.by_level for page in pages(package, world.school)] == ["", "owner", "", ""]
    assert said(package, world.school, "start") == ["Vi begynner her.", "unit Snakk sammen tre og tre."]
    assert said(package, world.owner, "start") == ["Vi begynner her.", "Snakk sammen to og to."]


def test_a_new_version_changes_nothing_at_a_place_until_it_is_taken(world: World, kari: Member, ola: Member):
    package = read_in(world, kari, cartridge()).package
    decide(package, world.school, ola, reword, "p:p-start#2", words("Våre ord."))
    read_in(world, kari, cartridge({**FIRST, "start": "<p>Vi begynner igjen.</p><p>Snakk sammen tre og tre.</p>"}))

    assert said(package, world.school, "start") == ["Vi begynner her.", "unit Våre ord."]
    # Two changed paragraphs, and the second one meets words of theirs.
    assert row(package, world.school).waiting == 3
    decide(package, world.school, ola, take_all)
    assert said(package, world.school, "start") == ["Vi begynner igjen.", "unit Våre ord."]
    drop(package, world.school, ola, "p:p-start#2", Facet.WORDING)
    assert said(package, world.school, "start") == ["Vi begynner igjen.", "Snakk sammen tre og tre."]


def test_pages_that_come_by_other_identities_are_found_by_their_titles(world: World, kari: Member, ola: Member):
    package = read_in(world, kari, cartridge()).package
    decide(package, world.school, ola, skip, "p:p-midt")
    decide(package, world.school, ola, reword, "p:p-start#1", words("Våre ord."))
    moved = read_in(world, kari, cartridge({**FIRST, "ny": "<p>Nytt.</p>"}, prefix="q", module_key="m2"))

    assert told(package, world.school) == ["start", "slutt"]
    assert said(package, world.school, "start")[0] == "unit Våre ord."
    assert {page.source.version_id for page in pages(package, world.school) if page.source} == {moved.pk}
    decide(package, world.school, ola, take_all)
    assert told(package, world.school) == ["start", "slutt", "ny"]


def test_the_newest_version_says_who_reads_what_was_taken_of_an_older_one(world: World, kari: Member, ola: Member):
    package = read_in(world, kari, cartridge()).package
    decide(package, world.school, ola, skip, "p:p-midt")
    newest = read_in(world, kari, cartridge({**FIRST, "start": "<p>Annet.</p>"}))
    Page.objects.in_space(world.space).filter(version=newest, identity="p-start").update(readers="leaders")

    assert [page.readers for page in pages(package, world.school)] == ["leaders", "everyone"]


@pytest.mark.parametrize(
    ("licence", "refused", "reason"),
    [
        ("cc_by", [skip, "p:p-midt"], Reason.COMMON_REQUIREMENT),
        ("cc_by", [skip, "p:p-slutt#1"], Reason.CORE_COMPONENT),
        ("cc_by", [reword, "p:p-slutt#1", "[]"], Reason.CORE_COMPONENT),
        ("cc_by", [require, "p:p-start"], Reason.OWNERS_ONLY),
        ("cc_by", [skip, "p:p-ukjent"], Reason.NOT_THERE),
        ("cc_by_nd", [reword, "p:p-start#1", "[]"], Reason.ORDER_AND_CHOICE_ONLY),
    ],
)
def test_what_a_unit_may_not_do_is_refused_in_words(world, kari, ola, licence, refused, reason):  # noqa: PLR0917 - the cast, and what is tried
    package = read_in(world, kari, cartridge(licence=licence)).package
    decide(package, world.owner, kari, require, "p:p-midt")
    mark_core(package, "p:p-slutt#1", by=kari.person, at=NOW)

    with pytest.raises(NotAdaptable) as no:
        decide(package, world.school, ola, *refused)
    assert no.value.reason == reason
    assert str(no.value) == str(WHY[reason])
    assert set(WHY) == set(Reason)


def test_core_holds_for_words_written_before_and_lets_go_of_them_again(world: World, kari: Member, ola: Member):
    package = read_in(world, kari, cartridge()).package
    decide(package, world.school, ola, reword, "p:p-midt#1", words("Våre ord."))
    mark_core(package, "p:p-midt", by=kari.person, at=NOW)

    assert said(package, world.school, "midt") == ["Vi fortsetter."]
    read_in(world, kari, cartridge({**FIRST, "midt": "<p>Vi fortsetter nå.</p>"}))
    assert said(package, world.school, "midt") == ["Vi fortsetter nå."]
    unmark_core(package, "p:p-midt", by=kari.person, at=NOW)
    assert said(package, world.school, "midt") == ["unit Våre ord."]
