from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from sloyfe.people.actions import post_letter
from sloyfe.site import jobs
from sloyfe.surveys.models import Wave
from sloyfe.surveys.tests import stage


def test_a_survey_closes_by_itself_when_its_last_day_is_over(world, kari, settings, tmp_path):
    settings.KEY_DIR = tmp_path
    wave = stage.plan(world, kari, opened=True)
    jobs.do_what_is_due()
    assert not hasattr(Wave.objects.bounded().get(pk=wave.pk), "closure")

    today = timezone.localdate()
    over = {"opens_on": today - timedelta(days=9), "closes_on": today - timedelta(days=1)}
    Wave.objects.bounded().filter(pk=wave.pk).update(**over)
    jobs.do_what_is_due()
    assert Wave.objects.bounded().get(pk=wave.pk).closure.by is None


@pytest.mark.django_db
def test_letters_are_sent_once_where_there_is_a_mail_server(settings):
    post_letter(to="kari@example.no", subject="Hei", body="…", language="nb", at=timezone.now())
    jobs.do_what_is_due()
    assert mail.outbox == []  # no mail server: the letter waits on its page

    settings.EMAIL_URL = "smtp.example.no"
    jobs.do_what_is_due()
    jobs.do_what_is_due()
    assert [letter.subject for letter in mail.outbox] == ["Hei"]


@pytest.mark.django_db
def test_a_job_that_fails_does_not_stop_the_others(monkeypatch):
    done = []

    def fails() -> None:
        raise OSError

    monkeypatch.setattr(jobs, "JOBS", (fails, lambda: done.append(1)))
    jobs.do_what_is_due()
    assert done == [1]
