"""The eighteen sections of the agreement."""

from dataclasses import dataclass
from functools import cache

from sloyfe.cycle.partnership.content.reading import load, text
from sloyfe.kit.text import Text


@dataclass(frozen=True)
class SectionTemplate:
    """What a section is called, what helps, and the words it begins with."""

    key: str
    number: int
    required: bool
    heading: Text
    help: Text
    starter: Text
    prefilled: Text


@dataclass(frozen=True)
class AgreementTemplate:
    """The agreement as it is before anybody has written anything."""

    title: Text
    lead: Text
    sections: tuple[SectionTemplate, ...]


@cache
def agreement_template() -> AgreementTemplate:
    """The agreement that every partnership begins with."""
    file = load("agreement")
    sections = tuple(
        SectionTemplate(
            key=each["key"],
            number=each["number"],
            required=each["required"],
            heading=text(each["heading"]),
            help=text(each["help"]),
            starter=text(each.get("starter")),
            prefilled=text(each.get("text")),
        )
        for each in file["section"]
    )
    return AgreementTemplate(text(file["title"]), text(file["lead"]), sections)


@cache
def section_templates() -> dict[str, SectionTemplate]:
    """The sections by their key."""
    return {section.key: section for section in agreement_template().sections}
