"""Words from elsewhere in the owner's plan: below what stands, and out again one by one; and where they belong."""

from datetime import date

import pytest

from conftest import NOW, Member, World
from sloyfe.cycle.plan import content
from sloyfe.cycle.plan.actions.additions import ChangedSince, add_to_element, take_out
from sloyfe.cycle.plan.actions.owner_plans import answer_element, begin_plan
from sloyfe.cycle.plan.content.matching import nearest
from sloyfe.cycle.plan.models import Element
from sloyfe.kit.text import Text

DAY = date(2026, 10, 1)


@pytest.fixture
def element(world: World, kari: Member) -> Element:
    found: Element = begin_plan(world.round, world.owner, by=kari.person, at=NOW).elements.get(key="time_frame")
    return found


def now(element: Element) -> Element:
    return Element.objects.get(pk=element.pk)


def nn(words: str) -> Text:
    return Text.of(nn=words, source="nn")


def test_who_and_when_stand_once_they_are_named(world: World, kari: Member, ola: Member, element: Element):
    by = {"by": kari.person, "at": NOW}
    first = add_to_element(element, responsible_person=kari.person, due=DAY, **by)
    second = add_to_element(element, responsible_person=ola.person, due=date(2027, 1, 1), **by)

    assert (now(element).responsible, now(element).due) == ("Kari Eide", DAY)
    assert second == {}
    take_out(element, first, **by)
    assert (now(element).responsible, now(element).due) == ("", None)


def test_the_first_of_two_is_taken_out_and_the_second_stands(kari: Member, element: Element):
    by = {"by": kari.person, "at": NOW}
    first = add_to_element(element, answer=nn("Fyrst.\n\nI to delar."), **by)
    second = add_to_element(element, answer=nn("Så."), **by)
    take_out(element, first, **by)
    assert now(element).answer.entries == {"nn": "Så."}

    take_out(element, second, **by)
    assert now(element).answer.entries == {}
    with pytest.raises(ChangedSince):
        take_out(element, second, **by)


def test_nothing_given_changes_nothing(kari: Member, element: Element):
    assert add_to_element(element, by=kari.person, at=NOW) == {}
    assert now(element).version == element.version


def test_the_other_language_stands_as_it_was(kari: Member, element: Element):
    answer_element(element, version=1, by=kari.person, at=NOW, answer=Text.of(nb="Ett år."))
    added = add_to_element(element, answer=nn("To år."), by=kari.person, at=NOW)
    assert now(element).answer.entries == {"nb": "Ett år.", "nn": "To år."}

    take_out(element, added, by=kari.person, at=NOW)
    assert now(element).answer == Text.of(nb="Ett år.")


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_each_of_the_twelve_is_nearest_to_itself(language: str):
    for each in content.owner_plan().elements:
        assert nearest(Text.of(**{language: each.heading.read(language)}, source=language)) == each.key


@pytest.mark.parametrize(
    ("heading", "key"),
    [
        (Text.of(nb="PP-tjenestens oppgaver og rolle"), "ppt_role"),
        (Text.of(nb="Støtte fra en kompetansepartner"), "competence_partner"),
        (nn("Støtte frå eigarane undervegs"), "owner_support"),
        (Text.of(nb="Vafler"), ""),
        (Text(), ""),
    ],
)
def test_headings_of_others_are_told_apart(heading: Text, key: str):
    assert nearest(heading) == key
