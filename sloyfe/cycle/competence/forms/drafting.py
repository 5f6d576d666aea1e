"""A package in writing: what it is called, and every block of a page in one form, so that one press loses nothing."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from hashlib import blake2b
from typing import Any

from django import forms
from django.forms import BoundField
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from sloyfe.cycle.competence.markup.packages import PageKind, Readers
from sloyfe.cycle.competence.models import DraftBlock, DraftModule, DraftPage, PackageDraft
from sloyfe.kit.forms import BILINGUAL, BilingualField, Form, VersionField, WordsField
from sloyfe.kit.rows import Stale, Versioned
from sloyfe.kit.text import Text

LONGEST, LONGEST_TITLE, DAY = 40_000, 200, 480
LICENCES = [
    ("cc_by_sa", _("CC BY-SA: navngi oss, del endringer på samme vilkår")),
    ("cc_by", _("CC BY: navngi oss")),
    ("cc_by_nc_sa", _("CC BY-NC-SA: navngi oss, ikke i salg, del endringer på samme vilkår")),
    ("cc_by_nc", _("CC BY-NC: navngi oss, ikke i salg")),
    ("cc_by_nd", _("CC BY-ND: navngi oss, ikke del endringer")),
    ("cc_by_nc_nd", _("CC BY-NC-ND: navngi oss, ikke i salg, ikke del endringer")),
    ("cc0", _("CC0: fri bruk")),
    ("private", _("Alle rettigheter forbeholdt")),
]
KINDS = [(PageKind.PAGE.value, _("Side")), (PageKind.ASSIGNMENT.value, _("Aktivitet"))]
READERS = [
    (Readers.EVERYONE.value, _("Alle")),
    (Readers.LEADERS.value, _("De som leder arbeidet")),
    (Readers.OWNERS.value, _("Eiere")),
]


def _title(**kwargs: Any) -> BilingualField:
    return BilingualField(rows=1, max_length=LONGEST_TITLE, label=_("Tittel"), **kwargs)


class NewDraftForm(Form):
    """What a new package is called, and what others may do with it."""

    title = _title()
    licence = forms.ChoiceField(label=_("Lisens"), choices=LICENCES)


class _OfRows(Form):
    """A form over several rows, each with the version and the words that were seen."""

    def __init__(self, data: QueryDict | None = None, *, initial: dict[str, Any]) -> None:
        self.sent = data.copy() if data else QueryDict(mutable=True)
        super().__init__(self.sent if data else None, initial=initial)
        self.stale: dict[Any, Stale] = {}

    def add_row(self, row: Versioned, field: forms.Field, words: Text) -> None:
        """A box for a row's words, named by its key; one that came after the page was shown is as it is."""
        name, version, was = f"words-{row.pk}", f"version-{row.pk}", f"was-{row.pk}"
        self.fields |= {name: field, version: VersionField(), was: forms.CharField(widget=forms.HiddenInput)}
        shown = words if isinstance(field, BilingualField) else words.entries.get("nb", "")
        self.initial = {**self.initial, name: shown, version: row.version, was: _mark(words)}
        if self.is_bound and version not in self.sent:
            self.sent[version], self.sent[was] = str(row.version), _mark(words)
            both = {f"{name}_{language}": language for language in BILINGUAL}
            boxes = both if isinstance(field, BilingualField) else {name: "nb"}
            for box, language in boxes.items():
                self.sent[box] = words.entries.get(language, "")

    def box(self, row: Versioned) -> BoundField:
        return self[f"words-{row.pk}"]

    def hidden(self, row: Versioned) -> list[BoundField]:
        return [self[f"version-{row.pk}"], self[f"was-{row.pk}"]]

    def words(self, row: Versioned, now: Text) -> Text:
        """What was typed; where nobody typed, what stands there now."""
        said = self.cleaned_data[f"words-{row.pk}"]
        text = said if isinstance(said, Text) else Text.of(nb=said.replace("\r\n", "\n"))
        return now if _mark(text) == self.cleaned_data[f"was-{row.pk}"] else text

    def seen(self, row: Versioned) -> int:
        return int(self.cleaned_data[f"version-{row.pk}"])

    def save_all(self, saves: Sequence[tuple[Versioned, Callable[[], object]]]) -> bool:
        """Run each row's save; one that somebody else changed stays in the form, with what they wrote beside it."""
        for row, save in saves:
            try:
                save()
            except Stale as stale:
                self.stale[row.pk] = stale
        if self.stale:
            self._status = 409
            for row, _save in saves:
                self.sent[f"version-{row.pk}"] = str(row.version)
            self.add_error(None, _("Noen andre lagret mens du skrev. Se begge tekstene, og lagre det som skal stå."))
        return not self.stale


class DraftForm(_OfRows):
    """The title and licence of the package, and the titles of its modules."""

    licence = forms.ChoiceField(label=_("Lisens"), choices=LICENCES)

    def __init__(self, draft: PackageDraft, modules: Iterable[DraftModule], data: QueryDict | None = None) -> None:
        super().__init__(data, initial={"licence": draft.licence})
        self.add_row(draft, _title(), draft.title)
        for module in modules:
            self.add_row(module, _title(required=False), module.title)


class PageForm(_OfRows):
    """A page: what it is, and all that stands on it."""

    kind = forms.ChoiceField(label=_("Dette er en"), choices=KINDS)
    readers = forms.ChoiceField(label=_("For hvem"), choices=READERS)
    minutes = forms.IntegerField(
        label=_("Minutter"), required=False, min_value=1, max_value=DAY, help_text=_("Om lag hvor lang tid det tar.")
    )

    def __init__(self, page: DraftPage, blocks: Iterable[DraftBlock], data: QueryDict | None = None) -> None:
        facts = {"kind": page.kind, "readers": page.readers, "minutes": page.minutes}
        super().__init__(data, initial=facts)
        self.add_row(page, _title(required=False), page.title)
        for block in blocks:
            if block.shared:
                words = WordsField(
                    label=_("Felles for begge språk"), required=False, max_length=LONGEST,
                    widget=forms.Textarea({"rows": 4, "class": "ds-input"}),
                )  # fmt: skip
                self.add_row(block, words, block.text)
            else:
                field = BilingualField(rows=5, max_length=LONGEST, required=False, label=_("Innhold"))
                self.add_row(block, field, block.text)


class FileForm(Form):
    """A picture or a file, and what it shows."""

    file = forms.FileField(label=_("Fil"), help_text=_("Bilde, PDF, kontordokument, ren tekst eller MP3. Høyst 5 MB."))
    alt = BilingualField(
        rows=2, max_length=500, required=False, label=_("Hva viser bildet?"),
        help_text=_("For dem som ikke ser bildet. Trengs på begge språk, bare for bilder."),
    )  # fmt: skip
    decorative = forms.BooleanField(label=_("Bildet er bare til pynt"), required=False)
    licence = forms.ChoiceField(
        label=_("Lisens for fila"), choices=[("", _("Den samme som pakken")), *LICENCES], required=False
    )


def rows_in(
    form: _OfRows, rows: Iterable[Versioned]
) -> Iterator[tuple[Any, BoundField, list[BoundField], list[tuple[str, str]]]]:
    """Each row with its box, what is hidden beside it, and both texts where somebody else was first."""
    return ((row, form.box(row), form.hidden(row), _both(form.stale.get(row.pk))) for row in rows)


def _both(stale: Stale | None) -> list[tuple[str, str]]:
    """Theirs and yours in each language in which they differ."""
    texts = [(stale.theirs[name], yours) for name, yours in stale.yours.items()] if stale else []
    said = [
        (theirs.entries.get(language, ""), yours.entries.get(language, ""))
        for theirs, yours in texts
        if isinstance(theirs, Text) and isinstance(yours, Text)
        for language in BILINGUAL
    ]
    return [(theirs, yours) for theirs, yours in said if theirs != yours]


def _mark(text: Text) -> str:
    said = "\0".join(text.entries.get(language, "").strip() for language in BILINGUAL)
    return blake2b(said.encode(), digest_size=6).hexdigest()
