"""An agreement that is begun, written and put forward, and a round that has started."""

import pytest

from conftest import NOW, Member, World
from sloyfe.cycle.partnership.actions.agreement import begin_agreement, put_forward, write_section
from sloyfe.cycle.partnership.models import Agreement, AgreementVersion, Start
from sloyfe.kit.text import Text


@pytest.fixture
def agreement(world: World, kari: Member) -> Agreement:
    return begin_agreement(world.round, by=kari.person, at=NOW)


@pytest.fixture
def written(agreement: Agreement, kari: Member) -> Agreement:
    for section in agreement.sections.filter(required=True):
        body = Text.of(nb=f"Vi er enige om {section.key}.", nn=f"Vi er einige om {section.key}.")
        write_section(section, body, version=section.version, by=kari.person, at=NOW)
    return agreement


@pytest.fixture
def version(written: Agreement, kari: Member) -> AgreementVersion:
    return put_forward(written, reason="", by=kari.person, at=NOW)


@pytest.fixture
def started(world: World, kari: Member) -> Start:
    return Start.objects.create(space=world.space, round=world.round, by=kari.person, at=NOW)
