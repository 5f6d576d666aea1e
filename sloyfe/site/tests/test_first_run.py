import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from sloyfe.access.models import Operator


def first_run(**options: str) -> dict[str, str]:
    out = StringIO()
    call_command("first_run", json=True, stdout=out, **options)
    return json.loads(out.getvalue())


@pytest.mark.django_db
def test_the_first_operator_signs_in_with_the_printed_code(client: Client) -> None:
    printed = first_run(email="Driftar@Fylke.no", name="Dina Driftar", language="nn")
    page = client.get(printed["link"])
    assert page.status_code == 200
    answer = client.post("/inn/kode/", {"email": printed["email"], "code": printed["code"]})
    assert answer.status_code == 302
    assert client.session["_auth_user_id"] == str(Operator.objects.get().person_id)


@pytest.mark.django_db
def test_running_it_again_makes_nobody_twice() -> None:
    first_run(email="driftar@fylke.no", name="Dina")
    first_run(email="driftar@fylke.no", name="Dina")
    assert Operator.objects.count() == 1


@pytest.mark.django_db
def test_a_wrong_address_gets_a_sentence() -> None:
    with pytest.raises(CommandError, match="not an e-mail address"):
        first_run(email="driftar", name="Dina")
