"""Answering leaves no line in the log, no event, and no word in the outbox."""

import io
import json
import re

from django.test import Client
from django.utils import timezone

from sloyfe.access.models import AuditEvent
from sloyfe.people.models import Letter
from sloyfe.site.logs import write_logs
from sloyfe.surveys.actions import inviting
from sloyfe.surveys.tests.stage import answers_for, plan, words_of


def test_neither_log_nor_audit_nor_outbox_tells_of_an_answer(world, kari, settings, tmp_path):
    settings.KEY_DIR = tmp_path
    wave = plan(world, kari, opened=True)
    sink = io.StringIO()
    row = wave.places.get(place=world.school.place)
    inviting.send_codes(row, ["nils@example.org"], by=kari.person, at=timezone.now())
    code = re.search(r"/svar/(\w+)/", Letter.objects.get().body)[1]
    before = held(AuditEvent, Letter)
    write_logs(sink=sink)
    try:
        for _nth in range(2):  # taken, and refused
            Client().post(f"/svar/{code}/", answers_for(wave) | {"C6": words_of(1)})
        Client().get("/svar/AAAAAAAAAA/")
        Client().get("/healthz")
    finally:
        write_logs()

    assert [json.loads(line)["route"] for line in sink.getvalue().splitlines()] == ["healthz"]
    assert held(AuditEvent, Letter) == before


def held(*models):
    return repr([sorted(map(repr, model.objects.values_list())) for model in models])
