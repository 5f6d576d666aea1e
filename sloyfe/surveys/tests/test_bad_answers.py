"""Forged, garbled, enormous: each ends in a sentence, nothing is lost, and nothing is stored twice."""

import pytest
from django.test import Client

from conftest import World
from sloyfe.surveys import sealing
from sloyfe.surveys.models import Code, Envelope
from sloyfe.surveys.tests.stage import answers_for, codes, plan

MANY = 50_000_000


@pytest.fixture
def wave(world: World, kari):
    return plan(world, kari, opened=True)


@pytest.fixture
def code(wave, world, kari):
    return codes(wave, world.school.place, kari, 1)[0]


@pytest.fixture
def intact(code):
    """Whatever was sent: the code is not spent, and nothing is stored."""
    yield
    assert Envelope.objects.count() == 0
    assert Code.objects.get().spent is False


class Tap:
    """A body of fifty megabytes that counts what is read of it."""

    def __init__(self, begin=b""):
        self.left, self.begin, self.taken = MANY - len(begin), begin, 0

    def read(self, size=-1):
        size = self.left if size < 0 else min(size, self.left)
        begin, self.begin = self.begin[:size], self.begin[size:]
        self.left -= size - len(begin)
        self.taken += size
        return begin + b"x" * (size - len(begin))

    readline = read


def pour(code, content_type, begin):
    tap = Tap(begin)
    body = {"wsgi.input": tap, "CONTENT_LENGTH": str(MANY), "CONTENT_TYPE": content_type}
    return Client().generic("POST", f"/svar/{code}/", **body), tap


@pytest.mark.parametrize(
    ("content_type", "begin"),
    [
        ("application/x-www-form-urlencoded", b"C6="),
        ("multipart/form-data; boundary=k", b'--k\r\nContent-Disposition: form-data; name="C6"\r\n\r\n'),
        (
            "multipart/form-data; boundary=k",
            b'--k\r\nContent-Disposition: form-data; name="f"; filename="f"\r\n\r\n',
        ),
    ],
    ids=["form", "field", "file"],
)
def test_fifty_megabytes_are_refused_before_they_are_read(code, intact, content_type, begin):
    page, tap = pour(code, content_type, begin)

    assert page.status_code == 413
    assert "mye større enn spørreskjemaet gir plass til" in page.text
    assert tap.taken == 0


@pytest.mark.parametrize("length", ["-1", "mange", "9" * 30])
def test_a_length_that_is_none_is_refused(code, intact, length):
    page = Client().generic("POST", f"/svar/{code}/", CONTENT_LENGTH=length)

    assert page.status_code == 413


def test_thousands_of_fields_are_refused_in_a_sentence(code, intact):
    page = Client().post(f"/svar/{code}/", {f"x{nth}": "1" for nth in range(5000)})

    assert page.status_code == 422
    assert "lar seg ikke lese" in page.text


def test_a_broken_multipart_is_refused_in_a_sentence(code, intact):
    page = Client().generic("POST", f"/svar/{code}/", b"xx", "multipart/form-data; boundary=")

    assert page.status_code == 422
    assert "lar seg ikke lese" in page.text


def test_the_page_for_typing_a_code_stands_as_much(db):
    sent = Client().generic("POST", "/svar/", CONTENT_LENGTH=str(MANY), CONTENT_TYPE="application/json")

    assert sent.status_code == 413


@pytest.mark.parametrize(
    "sent",
    [
        {"B1": "7"},
        {"B1": "3.5"},
        {"B1": ["x", "y"]},
        {"B1[]": "3"},
        {"C5": "no_such_choice"},
        {"no_such_item": "3"},
        {"role_group": "teaching"},
        {"C6": "\x00\x01\x02"},
        {"C6": " \n\t "},
    ],
)
def test_what_is_no_answer_is_no_answer(code, intact, sent):
    page = Client().post(f"/svar/{code}/", sent)

    assert page.status_code == 422
    assert "Du har ikke svart på noe ennå" in page.text


def test_what_is_unknown_goes_into_no_envelope(wave, code, kari):
    sent = answers_for(wave) | {"no_such_item": "3", "role_group": "rektor", "wave": "x", "place": "y", "at": "z"}
    page = Client().post(f"/svar/{code}/", sent)
    (letter,) = sealing.open_all(wave.pk, [bytes(Envelope.objects.get().sealed)])

    assert page.status_code == 200
    assert (letter["group"], set(letter)) == ("", {"place", "group", "answers"})
    assert set(letter["answers"]) <= set(sent) - {"no_such_item", "wave", "place", "at", "role_group"}


def test_bytes_that_are_no_text_are_taken_as_they_can_be_read(wave, code):
    page = Client().generic("POST", f"/svar/{code}/", b"C6=%ff%fe%00abc", "application/x-www-form-urlencoded")

    assert page.status_code == 200
    assert Envelope.objects.count() == 1


@pytest.mark.parametrize("forged", ["AAAAAAAAAA", "a" * 300, "svar", "1"])
def test_a_forged_code_gets_a_sentence(wave, forged):
    page = Client().post(f"/svar/{forged}/", answers_for(wave))

    assert page.status_code == 404
    assert "skrivefeil" in page.text
    assert Envelope.objects.count() == 0


def test_a_guess_costs_one_look_and_tells_nothing(wave, django_assert_num_queries):
    with django_assert_num_queries(2):
        pages = {Client().get(f"/svar/{code}/").content for code in ("AAAAAAAAAA",)}

    assert len(pages) == 1


def test_the_codes_are_too_many_to_guess(world, wave, kari):
    made = codes(wave, world.school.place, kari, 30)
    alphabet = set("".join(made))

    assert {len(code) for code in made} == {10}
    assert 32**10 == 2**50
    assert len(alphabet) > 24
