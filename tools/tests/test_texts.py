"""Nynorsk is complete: every text that code or a template shows has one, in the catalogue of its own app."""

import re
from collections import defaultdict
from pathlib import Path

import polib
import pytest
from django.conf import settings

from tools.texts import Key, bring_up_to_date, catalogue_file, catalogue_roots, is_translated, read_catalogue, texts_in
from tools.texts import texts_of as texts_of_file

ROOTS = list(catalogue_roots())
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|\{\w*\}|%%")


def of_every_app(name: str = "root") -> pytest.MarkDecorator:
    return pytest.mark.parametrize(name, ROOTS, ids=[root.name for root in ROOTS])


@of_every_app()
def test_every_text_has_its_nynorsk(root: Path) -> None:
    catalogue = bring_up_to_date(read_catalogue(root), texts_in(root))
    missing = [f"{entry.occurrences[0][0]}: {entry.msgid}" for entry in catalogue if not is_translated(entry)]
    assert missing == [], "\n".join([f"{len(missing)} texts without nynorsk; see python3 run.py texts", *missing])


@of_every_app()
def test_no_translation_is_left_over(root: Path) -> None:
    used = texts_in(root)
    left_over = [entry.msgid for entry in read_catalogue(root) if (entry.msgctxt or "", entry.msgid) not in used]
    assert left_over == []


@of_every_app()
def test_the_nynorsk_takes_the_same_values(root: Path) -> None:
    wrong = []
    for entry in read_catalogue(root):
        pairs = [(entry.msgid, entry.msgstr)]
        if entry.msgid_plural:  # "one meeting" may do without the number that "3 meetings" has
            pairs = [(entry.msgid, entry.msgstr_plural[0]), (entry.msgid_plural, entry.msgstr_plural[1])]
        wrong += [said for ours, said in pairs if said and values(said) != values(ours)]
    assert wrong == []


def values(text: str) -> set[str]:
    return set(PLACEHOLDER.findall(text))


def test_no_two_catalogues_disagree() -> None:
    said: defaultdict[Key, set[str]] = defaultdict(set)
    for root in ROOTS:
        for entry in read_catalogue(root):
            said[entry.msgctxt or "", entry.msgid].add(entry.msgstr or entry.msgstr_plural[0])
    assert {key: forms for key, forms in said.items() if len(forms) > 1} == {}


def test_django_reads_every_catalogue() -> None:
    read = {app.rpartition(".apps.")[0] for app in settings.INSTALLED_APPS}
    paths = {Path(path) for path in settings.LOCALE_PATHS}
    unread = []
    for root in ROOTS:
        module = ".".join(["sloyfe", *root.relative_to(settings.BASE_DIR / "sloyfe").parts])
        if catalogue_file(root).exists() and module not in read and root / "locale" not in paths:
            unread.append(module)
    assert unread == []


def test_texts_are_found_in_code_and_templates(tmp_path: Path) -> None:
    code = tmp_path / "code.py"
    code.write_text('_("En")\nngettext("%(n)s to", "%(n)s toer", n)\npgettext_lazy("sted", "Tre")\nnot_this("x")\n')
    page = tmp_path / "page.html"
    page.write_text(
        '<div>\n    {% translate "Fire" %}\n  <a title="{{ _("Fem") }}">don\'t</a>\n'
        "{% blocktranslate trimmed count n=n %}\n  {{ n }} seks\n"
        "{% plural %}\n  {{ n }} seksere i alt og til sammen\n{% endblocktranslate %}"
    )
    assert list(texts_of_file(code)) == [
        (("", "En"), ""),
        (("", "%(n)s to"), "%(n)s toer"),
        (("sted", "Tre"), ""),
    ]
    assert list(texts_of_file(page)) == [
        (("", "Fire"), ""),
        (("", "Fem"), ""),
        (("", "%(n)s seks"), "%(n)s seksere i alt og til sammen"),
    ]


def test_a_guess_does_not_count_as_a_translation() -> None:
    guess = polib.POEntry(msgid="Ikke", msgstr="Ikkje", flags=["fuzzy"])
    assert not is_translated(guess)
    assert not is_translated(polib.POEntry(msgid="Ikke", msgstr=" "))
    assert is_translated(polib.POEntry(msgid="Ikke", msgstr="Ikkje"))
