"""The style guide is for those who build, never for production."""

import re

import pytest
from django.test import Client


@pytest.fixture
def page(settings) -> str:
    settings.DEMO = True
    return Client().get("/stil/").text


@pytest.mark.django_db
def test_it_is_not_there_in_production(settings):
    settings.DEMO = settings.DEBUG = False

    assert Client().get("/stil/").status_code == 404


@pytest.mark.django_db
def test_nothing_is_styled_or_scripted_inline(page):
    assert re.findall(r'\sstyle="|<style|\son\w+="|<script(?![^>]* src=)', page) == []


@pytest.mark.django_db
def test_no_id_is_used_twice(page):
    ids = re.findall(r'\sid="([^"]+)"', page)

    assert sorted(ids) == sorted(set(ids))
