"""How a form looks to a screen reader and to somebody who got it wrong."""

import re

from django import forms
from django.utils import translation

from sloyfe.kit.forms import BilingualField, Form
from sloyfe.kit.text import Text


class Sample(Form):
    name = forms.CharField(label="Navn", help_text="Kort.")
    why = forms.CharField(label="Hvorfor", widget=forms.Textarea, max_length=400, required=False)
    kind = forms.ChoiceField(label="Slag", widget=forms.RadioSelect, choices=[("a", "A"), ("b", "B")])
    title = BilingualField(label="Tittel", rows=1, required=False)


def test_every_box_has_a_label():
    page = str(Sample())
    boxes = set(re.findall(r'<(?:input|textarea)[^>]* id="([^"]+)"', page))

    assert boxes == set(re.findall(r'<label[^>]* for="([^"]+)"', page))
    assert len(boxes) == 6


def test_help_and_error_are_tied_to_the_box():
    page = str(Sample({"kind": "a"}))

    assert 'aria-describedby="id_name_helptext id_name_error"' in page
    assert 'id="id_name_helptext"' in page
    assert 'id="id_name_error"' in page


def test_the_summary_leads_to_each_field_that_is_wrong():
    page = str(Sample({}))

    assert re.findall(r'<li><a href="#([^"]+)"', page) == ["id_name", "id_kind"]
    assert 'id="id_kind"' in page


def test_what_is_not_required_says_so():
    assert str(Sample()).count("(valgfritt)") == 2


def test_no_box_asks_the_browser_to_speak():
    assert " required" not in str(Sample()).replace("aria-required", "")


def test_what_was_typed_is_still_there_and_harmless():
    page = str(Sample({"name": "", "why": "<script>"}))

    assert "&lt;script&gt;</textarea>" in page
    assert "<script>" not in page


def test_the_two_languages_say_how_they_stand():
    text = Text.of("Lesing", "Lesing").with_("nb", "Lesing i alle fag")
    page = str(Sample(initial={"title": text}))

    assert "i orden" in page
    assert "må oppdateres" in page


def test_the_form_speaks_nynorsk():
    with translation.override("nn"):
        assert "Dette må rettast først" in str(Sample({}))
