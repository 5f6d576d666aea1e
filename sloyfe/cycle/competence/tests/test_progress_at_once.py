"""A unit's certificate when two press at the same instant."""

import pytest
from django.utils import timezone

from conftest import Member, World
from sloyfe.cycle.competence.actions.progress import attest, note_done
from sloyfe.cycle.competence.models import UnitCertificate
from sloyfe.cycle.competence.tests.test_reading import cartridge, read_in
from sloyfe.surveys.tests.test_at_once import at_once

pytestmark = pytest.mark.django_db(transaction=True)


def test_two_presses_give_one_certificate(world: World, kari: Member, ola: Member):
    version, place = read_in(world, kari, cartridge()), world.school.place
    pages = [page.identity for page in version.pages.filter(readers="everyone", state="published")]
    said = {"team": "", "words": "", "by": ola.person, "at": timezone.now()}
    note_done(version, place, pages, on=timezone.localdate(), **said)

    at_once(*[lambda: attest(version, place, by=ola.person, at=timezone.now()).code] * 4)
    assert UnitCertificate.objects.in_space(world.space).count() == 1
