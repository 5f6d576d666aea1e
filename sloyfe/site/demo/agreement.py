"""Dates, tasks and hours; the agreement written, the gate passed, everybody's signature, and an amendment."""

from sloyfe.access.models import Seat
from sloyfe.cycle.partnership.actions import agreement as writing
from sloyfe.cycle.partnership.actions import duties, gate
from sloyfe.cycle.partnership.actions.signatures import sign
from sloyfe.cycle.partnership.content.gate import gate_content
from sloyfe.cycle.partnership.models import Agreement, AgreementVersion, Answer, Party, PartyRole
from sloyfe.cycle.partnership.queries.agreement import agreement_of, section
from sloyfe.cycle.partnership.queries.reading import reading
from sloyfe.cycle.partnership.queries.signatures import SIGNERS, signing_parties
from sloyfe.kit.text import Text
from sloyfe.people.models import Person
from sloyfe.site.demo.material import text
from sloyfe.site.demo.stage import Stage
from sloyfe.site.stations import checks

HOURS = 4


def set_dates_and_tasks(stage: Stage) -> None:
    """What everybody keeps, and who does what."""
    by = stage.coordinator
    for entry in stage.entries("date"):
        until = stage.day(entry["until"]) if "until" in entry else None
        duties.add_date(
            stage.this_round,
            on=stage.day(entry["on"]),
            until=until,
            kind=entry["kind"],
            title=text(entry),
            by=by,
            at=stage.at("08-14"),
        )
    for entry in stage.entries("task"):
        task = duties.add_task(
            stage.this_round,
            what=text(entry),
            party=stage.parties[entry["party"]],
            person=stage.people[entry["person"]],
            due=stage.day(entry["due"]),
            source=entry["source"],
            by=by,
            at=stage.at("09-01"),
        )
        if "done" in entry:
            duties.finish_task(task, by=stage.people[entry["person"]], at=stage.at(entry["done"]))


def set_hours(stage: Stage) -> None:
    """Every leader says how much time the unit has set aside."""
    told = {entry["unit"]: entry for entry in stage.entries("hours")}
    for unit in stage.entries("unit"):
        own = told.get(unit["key"], {})
        duties.set_unit_time(
            stage.this_round,
            stage.parties[unit["key"]],
            hours=own.get("hours", HOURS),
            remark=own.get("remark", ""),
            by=stage.leader(unit["key"]),
            at=stage.at("09-29"),
        )


def write_agreement(stage: Stage) -> AgreementVersion:
    """The six required sections in our words; two prefilled ones with a line more in bokmål only."""
    agreement = _agreement(stage)
    for entry in stage.entries("agreement_section"):
        _write(stage, agreement, entry["key"], text(entry), "09-30")
    for entry in stage.entries("bokmal_only"):
        found = section(agreement, entry["section"])
        if found:
            body = found.section.body
            nb = f"{body.read('nb')}\n\n{entry['words']}"
            _write(stage, agreement, entry["section"], Text.of(nb=nb, nn=body.read("nn")), "09-30")
    return writing.put_forward(agreement, reason="", by=stage.coordinator, at=stage.at("10-01", 9))


def pass_the_gate(stage: Stage) -> None:
    """The readiness list is answered, the partner says yes, and the round starts because nothing is missing."""
    told = stage.told["readiness"]
    given = {each.key: Answer.YES for each in gate_content().statements}
    given |= dict.fromkeys(told["partly"], Answer.PARTLY) | dict.fromkeys(told["no"], Answer.NO)
    gate.answer_statements(stage.this_round, given, by=stage.coordinator, at=stage.at("10-01", 11))
    for entry in stage.entries("partner"):
        party = stage.parties[entry["key"]]
        gate.confirm_partner(stage.this_round, party, by=_signer(party), at=stage.at("10-01", 13))
    gate.start(stage.this_round, checks=checks(reading(stage.this_round)), by=stage.coordinator, at=stage.at("10-02"))


def sign_by_all(stage: Stage, version: AgreementVersion) -> None:
    """Every party signs in the week after the start."""
    for nth, party in enumerate(signing_parties(stage.space)):
        _sign(stage, version, party, f"10-{5 + nth % 5:02}", nth)


def begin_amendment(stage: Stage) -> None:
    """A change after the signatures: put forward with its reason, and signed by some."""
    told = stage.told["amendment"]
    agreement = _agreement(stage)
    found = section(agreement, told["section"])
    if found is None:
        return
    before, more = found.section.body, text(told["text"])
    body = Text.of(**{lang: f"{before.read(lang)}\n\n{more.read(lang)}" for lang in ("nb", "nn")})
    _write(stage, agreement, told["section"], body, told["put_forward"])
    at = stage.at(told["put_forward"], 12)
    version = writing.put_forward(agreement, reason=told["reason"], by=stage.coordinator, at=at)
    for nth, key in enumerate(told["signed"]):
        _sign(stage, version, stage.parties[key], "10-29", nth)


def _agreement(stage: Stage) -> Agreement:
    found = agreement_of(stage.this_round)
    if found is None:
        raise LookupError("the round has no agreement")
    return found


def _write(stage: Stage, agreement: Agreement, key: str, body: Text, on: str) -> None:
    found = section(agreement, key)
    if found is None:
        raise LookupError(f"the agreement has no section {key}")
    row = found.section
    writing.write_section(row, body, version=row.version, by=stage.coordinator, at=stage.at(on, 11))


def _sign(stage: Stage, version: AgreementVersion, party: Party, on: str, nth: int) -> None:
    signer = _signer(party)
    sign(version, party, title=_title(stage, party, signer), by=signer, at=stage.at(on, 9 + nth % 6))


def _signer(party: Party) -> Person:
    role = SIGNERS[PartyRole(party.role)]
    return Seat.objects.select_related("person").get(space=party.place, role=role, until=None).person


def _title(stage: Stage, party: Party, signer: Person) -> str:
    own = {person.pk: key for key, person in stage.people.items() if key in stage.told["titles"]}
    key = own.get(signer.pk, party.organisation.kind)
    in_nynorsk = stage.told["titles_nn"].get(key) if signer.language == "nn" else None
    return str(in_nynorsk or stage.told["titles"][key])
