"""`manage.py load_demo`: into an empty database only, and it says what it did."""

import json

import pytest
from django.core.management import CommandError, call_command

from sloyfe.site.demo.tests.conftest import TODAY


def test_it_is_not_loaded_on_top_of_people(kari):
    with pytest.raises(CommandError, match="only loaded into an empty one"):
        call_command("load_demo")


def test_it_says_what_it_loaded_for_machines(db, capsys):
    call_command("load_demo", "--json", "--today", TODAY.isoformat())
    said = json.loads(capsys.readouterr().out)
    assert said["answers"] == 277
    assert said["cpu_seconds"] > 0
