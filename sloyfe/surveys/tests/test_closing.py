"""Closing: envelopes are opened once, the key is gone, and a crash loses nothing."""

from pathlib import Path

import pytest
from django.conf import settings
from django.utils import timezone

from conftest import World
from sloyfe.access import audit
from sloyfe.access.models import AuditEvent
from sloyfe.people.models import Letter
from sloyfe.surveys import queries, release, sealing
from sloyfe.surveys.actions import answering, closing, inviting
from sloyfe.surveys.models import Addressee, Closure, Code, Envelope, NamedResponse, Release
from sloyfe.surveys.models.answers import Answer
from sloyfe.surveys.tests.stage import answer, close, codes, figure, plan, questionnaire


@pytest.fixture
def wave(world: World, kari):
    return plan(world, kari, opened=True)


def key_file(wave) -> Path:
    return Path(settings.KEY_DIR) / f"{wave.pk}.key"


def test_the_key_is_a_file_of_its_own_that_only_we_can_read(wave):
    assert key_file(wave).stat().st_mode & 0o777 == 0o600
    assert bytes(wave.public_key) not in key_file(wave).read_bytes()


def test_closing_opens_the_envelopes_and_destroys_key_and_codes(world, wave, kari):
    answer(wave, world.school.place, kari, [1, 2, 3, 4, 5, 5])
    closed = close(wave, kari)
    asked = [q for q in questionnaire(wave).questions if q.kind == "scale"]

    assert closed.is_closed
    assert Answer.objects.filter(wave=wave, item_version__item__key="B1").count() == 6
    assert Answer.objects.filter(wave=wave).values("response").distinct().count() == 6
    assert Answer.objects.filter(wave=wave).count() == 6 * (len(asked) + 3)
    assert not key_file(wave).exists()
    assert (Envelope.objects.count(), Code.objects.count()) == (0, 0)


def test_closing_twice_changes_nothing(world, wave, kari):
    answer(wave, world.school.place, kari, [1, 2, 3, 4, 5])
    close(wave, kari)
    before = set(Answer.objects.values_list("pk", flat=True))
    close(queries.wave(world.space, wave.pk), kari)

    assert set(Answer.objects.values_list("pk", flat=True)) == before
    assert (Closure.objects.count(), Release.objects.count()) == (1, 1)
    assert AuditEvent.objects.filter(act="wave.closed").count() == 1


def test_a_crash_before_the_commit_leaves_the_wave_open_and_the_key_in_place(world, wave, kari, monkeypatch):
    answer(wave, world.school.place, kari, [1, 2, 3, 4, 5])
    with monkeypatch.context() as broken:
        broken.setattr(audit, "record", crash)
        with pytest.raises(RuntimeError):
            closing.close_wave(wave, by=kari.person, at=timezone.now())

    assert (Closure.objects.count(), Answer.objects.count(), Envelope.objects.count()) == (0, 0, 5)
    assert key_file(wave).exists()
    assert close(queries.wave(world.space, wave.pk), kari).release.responses == 5


def test_a_crash_after_the_commit_is_finished_by_the_next_round(world, wave, kari, monkeypatch):
    answer(wave, world.school.place, kari, [1, 2, 3, 4, 5])
    with monkeypatch.context() as broken:
        broken.setattr(sealing, "destroy_key", crash)
        with pytest.raises(RuntimeError):
            closing.close_wave(wave, by=kari.person, at=timezone.now())
    assert key_file(wave).exists()

    closing.close_due_waves(on=timezone.localdate(), at=timezone.now())

    assert not key_file(wave).exists()
    assert Closure.objects.count() == 1


def test_a_crash_while_the_figures_are_worked_out_is_finished_by_the_next_round(world, wave, kari, monkeypatch):
    answer(wave, world.school.place, kari, [1, 2, 3, 4, 5])
    with monkeypatch.context() as broken:
        broken.setattr(release, "freeze", crash)
        with pytest.raises(RuntimeError):
            closing.close_wave(wave, by=kari.person, at=timezone.now())
    assert (Closure.objects.count(), Release.objects.count(), key_file(wave).exists()) == (1, 0, False)
    assert kari.client.get(world.url(f"undersokelser/{wave.pk}/")).status_code == 200

    assert closing.close_due_waves(on=timezone.localdate(), at=timezone.now()) == 1
    assert Release.objects.get().responses == 5
    assert closing.close_due_waves(on=timezone.localdate(), at=timezone.now()) == 0


def test_a_lost_key_is_told_and_not_a_crash(world, wave, kari):
    answer(wave, world.school.place, kari, [1, 2, 3, 4, 5])
    key_file(wave).unlink()
    page = kari.client.post(world.url(f"undersokelser/{wave.pk}/lukking/"), {"sure": "on"}, follow=True)

    assert page.status_code == 200
    assert "Svarene er derfor tapt" in page.text
    assert Answer.objects.count() == 0
    assert Closure.objects.get().lost


def test_an_envelope_that_was_damaged_is_told_of_and_the_others_are_opened(world, wave, kari):
    answer(wave, world.school.place, kari, [1, 2, 3, 4, 5, 5])
    torn = Envelope.objects.first()
    Envelope.objects.filter(pk=torn.pk).update(sealed=bytes(torn.sealed)[:-1] + b"?")
    page = kari.client.post(world.url(f"undersokelser/{wave.pk}/lukking/"), {"sure": "on"}, follow=True)

    assert "1 konvolutt var skadet" in page.text
    assert Answer.objects.values("response").distinct().count() == 5
    assert (Closure.objects.get().lost, Closure.objects.get().damaged) == (False, 1)


def test_a_wave_closes_by_itself_after_its_last_day(world, wave, kari):
    answer(wave, world.school.place, kari, [1, 2, 3, 4, 5])

    assert closing.close_due_waves(on=wave.closes_on, at=timezone.now()) == 0
    assert closing.close_due_waves(on=wave.deletes_on, at=timezone.now()) == 1
    assert Closure.objects.get().by is None


def test_a_wave_that_cannot_be_closed_does_not_keep_the_others_open(world, wave, kari, monkeypatch):
    second, freeze = plan(world, kari, opened=True), release.freeze
    with monkeypatch.context() as broken:
        broken.setattr(release, "freeze", lambda each, **rest: crash() if each.pk == wave.pk else freeze(each, **rest))
        with pytest.raises(closing.CouldNotClose):
            closing.close_due_waves(on=wave.deletes_on, at=timezone.now())

    assert list(Release.objects.values_list("wave", flat=True)) == [second.pk]
    assert closing.close_due_waves(on=wave.deletes_on, at=timezone.now()) == 1


def test_what_leaders_gave_by_name_is_forgotten_on_the_promised_day_too(world, kari, ola):
    named = plan(world, kari, template="leader", opened=True)
    ola.client.post(world.url(f"undersokelser/{named.pk}/svar/"), {"version": "1", "L1": "Overganger"})
    close(named, kari)

    assert closing.forget_answers(on=named.closes_on) == 0
    assert (closing.forget_answers(on=named.deletes_on), NamedResponse.objects.count()) == (1, 0)


def test_answers_are_forgotten_on_the_promised_day_and_figures_stay(world, wave, kari):
    answer(wave, world.school.place, kari, [1, 2, 3, 4, 5])
    closed = close(wave, kari)

    assert closing.forget_answers(on=wave.closes_on) == 0
    assert closing.forget_answers(on=wave.deletes_on) > 0
    assert Answer.objects.count() == 0
    assert figure(closed, "B1").shown.n == 5


def test_what_told_who_got_a_link_is_gone_after_closing(world, wave, kari):
    row = wave.places.get(place=world.school.place)
    inviting.send_codes(row, ["a@example.org", "b@example.org"], by=kari.person, at=timezone.now())
    assert (Letter.objects.count(), Addressee.objects.count()) == (2, 2)
    close(wave, kari)

    assert (Letter.objects.count(), Addressee.objects.count()) == (0, 0)


def test_a_closed_wave_takes_no_answer_even_from_a_page_that_was_open(world, wave, kari):
    (code,) = codes(wave, world.school.place, kari, 1)
    held = queries.code(inviting.digest(code))
    assert held
    close(wave, kari)

    with pytest.raises(answering.SurveyClosed):
        answering.submit_answer(held, {"B1": 3}, role_group="", on=timezone.localdate())
    assert Envelope.objects.count() == 0


def crash(*_args, **_kwargs):
    raise RuntimeError("pulled the plug")
