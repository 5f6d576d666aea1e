"""Answering the twelve elements, naming the group, and describing end products."""

from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from sloyfe.cycle.plan.forms.fields import DayField, FreedomField, ResponsibleField, offer
from sloyfe.cycle.plan.models import EndProduct, Represents
from sloyfe.cycle.plan.queries.owner_plans import AskedElement
from sloyfe.cycle.plan.queries.people import Responsibles
from sloyfe.kit.forms import BilingualField, Form, VersionField
from sloyfe.people.models import Person


class ElementForm(Form):
    """Our answer to one question."""

    answer = BilingualField(label=_("Svaret vårt"), rows=7, required=False)
    ticked = forms.MultipleChoiceField(
        label=_("Hvem skal være med?"), required=False, widget=forms.CheckboxSelectMultiple
    )
    decision = BilingualField(
        label=_("Dette har vi bestemt"), rows=2, required=False, help_text=_("Kort, slik at alle kan gjengi det.")
    )
    responsible = ResponsibleField()
    due = DayField(label=_("Innen"), required=False)
    freedom = FreedomField()
    version = VersionField()

    def __init__(self, asked: AskedElement, responsibles: Responsibles, data: Any = None) -> None:
        row = asked.element
        super().__init__(
            data,
            initial={
                "answer": row.answer,
                "decision": row.decision,
                "ticked": row.ticked,
                "responsible": row.responsible_key,
                "due": row.due,
                "freedom": row.freedom,
                "version": row.version,
            },
        )
        self.responsibles = responsibles
        offer(self, "responsible", responsibles.choices())
        language = get_language() or "nb"
        choices = [(choice.key, choice.title.read(language)) for choice in asked.wording.choices]
        if choices:
            offer(self, "ticked", choices)
        else:
            del self.fields["ticked"]

    def said(self) -> dict[str, Any]:
        """What the action takes."""
        said = {name: self.cleaned_data[name] for name in ("version", "answer", "decision", "due", "freedom")}
        if "ticked" in self.fields:
            said["ticked"] = self.cleaned_data["ticked"]
        return said | self.responsibles.said(self.cleaned_data["responsible"])


class MemberForm(Form):
    """Somebody in the development group: from the partnership, or by name."""

    person = forms.ChoiceField(label=_("Person i partnerskapet"), required=False)
    name = forms.CharField(
        label=_("Eller navn"), max_length=120, required=False, help_text=_("For den som ikke har en konto her.")
    )
    represents = forms.ChoiceField(label=_("På vegne av"), choices=Represents.choices)

    def __init__(self, people: list[Person], data: Any = None) -> None:
        super().__init__(data)
        self.people = {str(person.pk): person for person in people}
        offer(self, "person", [("", _("Ingen valgt")), *((key, each.name) for key, each in self.people.items())])

    def clean(self) -> dict[str, Any]:
        """One of the two, so that somebody is named."""
        said = super().clean() or {}
        if not said.get("person") and not said.get("name"):
            self.add_error("name", _("Velg en person, eller skriv et navn."))
        return said

    def said(self) -> dict[str, Any]:
        """What the action takes."""
        person = self.people.get(self.cleaned_data["person"])
        name = person.name if person else self.cleaned_data["name"]
        return {"person": person, "name": name, "represents": self.cleaned_data["represents"]}


class ProductForm(Form):
    """What one end product is."""

    what = BilingualField(label=_("Hva blir det?"), rows=3, required=False)
    responsible = ResponsibleField()
    due = DayField(label=_("Ferdig innen"), required=False)
    version = VersionField()

    def __init__(self, product: EndProduct, responsibles: Responsibles, data: Any = None) -> None:
        initial = {name: getattr(product, name) for name in ("what", "due", "version")}
        super().__init__(data, initial=initial | {"responsible": product.responsible_key})
        self.responsibles = responsibles
        offer(self, "responsible", responsibles.choices())

    def said(self) -> dict[str, Any]:
        """What the action takes."""
        said = {name: self.cleaned_data[name] for name in ("version", "what", "due")}
        return said | self.responsibles.said(self.cleaned_data["responsible"])
