"""Who may, as one table. The policy says who; the action says when."""

from enum import StrEnum

from sloyfe.access.roles import EVERYONE, INSIDE, LEADING, REPRESENTING, STEERING, WORKING, Role


class Can(StrEnum):
    """A capability that a view declares."""

    # the partnership
    ROUND_SEE = "round.see"
    PARTY_SEE = "party.see"
    PARTY_CHANGE = "party.change"
    SEAT_SEE = "seat.see"
    SEAT_GIVE = "seat.give"
    EXPECTATION_SEE = "expectation.see"
    EXPECTATION_STATE = "expectation.state"
    INVOLVEMENT_SEE = "involvement.see"
    INVOLVEMENT_RECORD = "involvement.record"
    AGREEMENT_SEE = "agreement.see"
    AGREEMENT_WRITE = "agreement.write"
    AGREEMENT_SIGN = "agreement.sign"
    GATE_SEE = "gate.see"
    GATE_ASSESS = "gate.assess"
    GATE_START = "gate.start"
    GATE_OVERRIDE = "gate.override"
    TASK_GIVE = "task.give"
    HOURS_SET = "hours.set"
    PLACE_OPEN = "place.open"
    # surveys
    SURVEY_SEE = "survey.see"
    SURVEY_BUILD = "survey.build"
    SURVEY_RUN = "survey.run"
    SURVEY_MEET = "survey.meet"
    SURVEY_SCREEN = "survey.screen"
    SURVEY_ANSWER_NAMED = "survey.answer_named"
    NAMED_SEE = "named.see"
    RELEASE_SEE = "release.see"
    RELEASE_CONSENT = "release.consent"
    FIGURE_IMPORT = "figure.import"
    # needs
    NEED_SEE = "need.see"
    NEED_WORD = "need.word"
    NEED_CONFIRM = "need.confirm"
    NEED_MERGE = "need.merge"
    NEED_COMMENT = "need.comment"
    FINDING_SEE = "finding.see"
    FINDING_RECORD = "finding.record"
    PRIORITY_GIVE = "priority.give"
    PRIORITY_DECIDE = "priority.decide"
    # plan
    PLAN_SEE = "plan.see"
    PLAN_WRITE = "plan.write"
    UNIT_PLAN_WRITE = "unit_plan.write"
    UNIT_PLAN_CONFIRM = "unit_plan.confirm"
    REPORT_SEE = "report.see"
    REPORT_WRITE = "report.write"
    # networks
    BETWEEN_SEE = "between.see"
    BETWEEN_WRITE = "between.write"
    # competence
    PACKAGE_SEE = "package.see"
    PACKAGE_LEADING = "package.leading"
    PACKAGE_OWNING = "package.owning"
    PACKAGE_MANAGE = "package.manage"
    PACKAGE_ADAPT = "package.adapt"
    PACKAGE_ADAPT_OWNER = "package.adapt_owner"
    PACKAGE_ADAPT_UNIT = "package.adapt_unit"
    PROGRESS_SEE = "progress.see"
    PROGRESS_MARK = "progress.mark"
    # meetings
    METHOD_SEE = "method.see"
    MEETING_SEE = "meeting.see"
    MEETING_LEAD = "meeting.lead"
    MEETING_GATHER = "meeting.gather"


POLICY: dict[Can, frozenset[Role]] = {
    Can.ROUND_SEE: EVERYONE,
    Can.PARTY_SEE: EVERYONE,
    Can.PARTY_CHANGE: STEERING,
    Can.SEAT_SEE: INSIDE,
    Can.SEAT_GIVE: LEADING,
    Can.EXPECTATION_SEE: INSIDE,
    Can.EXPECTATION_STATE: WORKING | REPRESENTING,
    Can.INVOLVEMENT_SEE: INSIDE,
    Can.INVOLVEMENT_RECORD: LEADING | REPRESENTING,
    Can.AGREEMENT_SEE: INSIDE,
    Can.AGREEMENT_WRITE: STEERING | {Role.PARTNER},
    Can.AGREEMENT_SIGN: LEADING | {Role.PARTNER},
    Can.GATE_SEE: INSIDE,
    Can.GATE_ASSESS: LEADING,
    Can.GATE_START: STEERING,
    Can.GATE_OVERRIDE: frozenset({Role.OWNER}),
    Can.TASK_GIVE: LEADING | {Role.PARTNER},
    Can.HOURS_SET: LEADING,
    Can.PLACE_OPEN: frozenset({Role.OWNER, Role.LEADER}),
    Can.SURVEY_SEE: WORKING | REPRESENTING,
    Can.SURVEY_BUILD: STEERING,
    Can.SURVEY_RUN: STEERING,
    Can.SURVEY_MEET: frozenset({Role.COORDINATOR, Role.LEADER}),
    Can.SURVEY_SCREEN: frozenset({Role.COORDINATOR, Role.PARTNER}),
    Can.SURVEY_ANSWER_NAMED: frozenset({Role.LEADER}),
    Can.NAMED_SEE: STEERING | {Role.PARTNER},
    Can.RELEASE_SEE: WORKING | REPRESENTING,
    Can.RELEASE_CONSENT: frozenset({Role.LEADER}),
    Can.FIGURE_IMPORT: STEERING,
    Can.NEED_SEE: INSIDE,
    Can.NEED_WORD: LEADING | {Role.RESOURCE},
    Can.NEED_CONFIRM: frozenset({Role.LEADER}),
    Can.NEED_MERGE: STEERING,
    Can.NEED_COMMENT: frozenset({Role.PARTNER, Role.ADVISER}),
    Can.FINDING_SEE: INSIDE,
    Can.FINDING_RECORD: WORKING,
    Can.PRIORITY_GIVE: WORKING | REPRESENTING | {Role.STAFF},
    Can.PRIORITY_DECIDE: STEERING,
    Can.PLAN_SEE: INSIDE,
    Can.PLAN_WRITE: STEERING,
    Can.UNIT_PLAN_WRITE: frozenset({Role.LEADER, Role.RESOURCE}),
    Can.UNIT_PLAN_CONFIRM: frozenset({Role.LEADER}),
    Can.REPORT_SEE: WORKING | REPRESENTING,
    Can.REPORT_WRITE: STEERING,
    Can.BETWEEN_SEE: INSIDE,
    Can.BETWEEN_WRITE: frozenset({Role.LEADER, Role.RESOURCE}),
    Can.PACKAGE_SEE: INSIDE,
    Can.PACKAGE_LEADING: WORKING,
    Can.PACKAGE_OWNING: STEERING | {Role.PARTNER, Role.ADVISER},
    Can.PACKAGE_MANAGE: STEERING | {Role.PARTNER},
    Can.PACKAGE_ADAPT: LEADING,
    Can.PACKAGE_ADAPT_OWNER: STEERING,
    Can.PACKAGE_ADAPT_UNIT: frozenset({Role.LEADER}),
    Can.PROGRESS_SEE: INSIDE,
    Can.PROGRESS_MARK: frozenset({Role.LEADER, Role.RESOURCE}),
    Can.METHOD_SEE: EVERYONE,
    Can.MEETING_SEE: EVERYONE,
    Can.MEETING_LEAD: WORKING,
    Can.MEETING_GATHER: STEERING | {Role.PARTNER, Role.ADVISER},
}
