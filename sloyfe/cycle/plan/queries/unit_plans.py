"""A unit's plan: what is inherited, what differs, what is its own."""

from dataclasses import dataclass
from uuid import UUID

from sloyfe.access.models import Space
from sloyfe.cycle.partnership.models import Party, PartyRole, Round, UnitTime
from sloyfe.cycle.plan.content import ElementWording
from sloyfe.cycle.plan.models import Adaptation, CompetenceStep, Element, How, Measure, UnitPlan
from sloyfe.cycle.plan.queries.measures import measures, removed_measures
from sloyfe.cycle.plan.queries.owner_plans import asked_elements, owner_of, owner_plan
from sloyfe.kit.text import Text


@dataclass(frozen=True)
class Line:
    """One thing of the owner's plan as the unit takes it."""

    subject: Element | Measure
    heading: Text
    owners_words: Text
    adaptation: Adaptation | None
    wording: ElementWording | None = None

    @property
    def how(self) -> How:
        """Inherited, adapted, or the unit's own."""
        return How(self.adaptation.how) if self.adaptation else How.INHERITED

    @property
    def differs(self) -> bool:
        """Whether the unit does something of its own here."""
        return self.how != How.INHERITED

    @property
    def words(self) -> Text:
        """What the unit wrote."""
        return self.adaptation.words if self.adaptation else Text()


@dataclass(frozen=True)
class UnitView:
    """Everything the page of a unit's plan shows."""

    unit: Party
    owner: Party | None
    plan: UnitPlan | None
    elements: list[Line]
    measures: list[Line]
    own_measures: list[Measure]
    competence: list[CompetenceStep]
    time: UnitTime | None

    removed_measures: list[Measure]
    removed_competence: list[CompetenceStep]

    @property
    def taken_measures(self) -> list[Measure]:
        """The network's measures, but for those the unit chose to do in its own way instead."""
        return [each.subject for each in self.measures if isinstance(each.subject, Measure) and each.how != How.OWN]

    @property
    def unwritten(self) -> list[Line]:
        """What the owner has not said anything about yet."""
        return [line for line in self.elements if not line.owners_words and not line.differs]

    @property
    def differing(self) -> list[Line]:
        """What the unit does otherwise than its owner wrote."""
        return [line for line in (*self.elements, *self.measures) if line.differs]


def unit_at(space: Space, place: UUID) -> Party | None:
    """The unit whose place this is."""
    rows = Party.objects.in_space(space).filter(place=place, role=PartyRole.UNIT)
    return rows.select_related("organisation", "place").first()


def unit_view(this_round: Round, unit: Party) -> UnitView:
    """The unit's plan on top of its owner's."""
    plan = unit_plan(this_round, unit)
    adaptations = list(plan.adaptations.all()) if plan else []
    owner = owner_of(unit)
    return UnitView(
        unit=unit,
        owner=owner,
        plan=plan,
        elements=_element_lines(this_round, owner, {a.element_id: a for a in adaptations if a.element_id}),
        measures=_measure_lines(this_round, {a.measure_id: a for a in adaptations if a.measure_id}),
        own_measures=measures(this_round, unit),
        competence=list(plan.competence.filter(removal=None)) if plan else [],
        time=UnitTime.objects.in_space(this_round.space).filter(round=this_round, party=unit).first(),
        removed_measures=removed_measures(this_round, unit),
        removed_competence=list(plan.competence.filter(removal__isnull=False)) if plan else [],
    )


def unit_plan(this_round: Round, unit: Party) -> UnitPlan | None:
    """The unit's own plan, if it has begun to write one."""
    rows = UnitPlan.objects.in_space(this_round.space).filter(round=this_round, party=unit)
    return rows.select_related("confirmation__by", "party__organisation").first()


def competence_step(unit: Party, key: UUID) -> CompetenceStep | None:
    """One line of this unit's competence plan."""
    return CompetenceStep.objects.filter(pk=key, plan__party=unit).select_related("plan__space").first()


def _element_lines(this_round: Round, owner: Party | None, adaptations: dict[UUID | None, Adaptation]) -> list[Line]:
    plan = owner_plan(this_round, owner) if owner else None
    return [
        Line(
            asked.element,
            asked.wording.heading,
            asked.element.answer,
            adaptations.get(asked.element.pk),
            asked.wording,
        )
        for asked in (asked_elements(plan) if plan else ())
    ]


def _measure_lines(this_round: Round, adaptations: dict[UUID | None, Adaptation]) -> list[Line]:
    return [Line(each, each.title, each.what, adaptations.get(each.pk)) for each in measures(this_round)]
