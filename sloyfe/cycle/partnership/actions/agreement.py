"""Writing the agreement and putting it forward."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from sloyfe.access import audit
from sloyfe.cycle.partnership.content.agreement import agreement_template
from sloyfe.cycle.partnership.models import Agreement, AgreementVersion, Amendment, Round, Section, Signature
from sloyfe.cycle.partnership.queries.agreement import newest_version, sections, unfinished
from sloyfe.cycle.partnership.queries.wording import digest_of, parts_now
from sloyfe.kit.refusal import Refusal
from sloyfe.kit.rows import save_version
from sloyfe.kit.text import Text
from sloyfe.live.announce import announce
from sloyfe.people.models import Person


class Unfinished(Refusal):
    """The required sections come first."""

    sentence = _("Skriv ferdig de seks obligatoriske punktene først. De har fortsatt hull i hakeparenteser.")


class NothingNew(Refusal):
    """A version that says the same is no new version."""

    sentence = _("Avtalen er ikke endret siden forrige utgave.")


class ReasonNeeded(Refusal):
    """Somebody signed the text before, so they are owed a reason."""

    sentence = _("Avtalen er alt signert av noen. Skriv hva tillegget endrer, og hvorfor.")
    status = 422


@transaction.atomic
def begin_agreement(this_round: Round, *, by: Person, at: datetime) -> Agreement:
    """Begin with the eighteen sections as they are shipped; a second time changes nothing."""
    agreement, made = Agreement.objects.in_space(this_round.space).get_or_create(
        round=this_round, defaults={"space": this_round.space, "begun_at": at}
    )
    if made:
        Section.objects.bulk_create(
            Section(
                space=this_round.space,
                agreement=agreement,
                key=each.key,
                number=each.number,
                required=each.required,
                body=each.starter or each.prefilled,
            )
            for each in agreement_template().sections
        )
        audit.record(act="agreement.begun", about=agreement, by=by, at=at, space=this_round.space)
    return agreement


@transaction.atomic
def write_section(section: Section, body: Text, *, version: int, by: Person, at: datetime) -> None:
    """Save what was written, unless somebody else saved meanwhile."""
    save_version(section, version=version, body=section.body.rewritten(body))
    audit.record(act="agreement.section_written", about=section, by=by, at=at, space=section.space)
    announce(f"agreement.{section.agreement_id}")


@transaction.atomic
def put_forward(agreement: Agreement, *, reason: str, by: Person, at: datetime) -> AgreementVersion:
    """Freeze the agreement as a version to sign; after a signature it is an amendment, with its reason."""
    if unfinished(sections(agreement)):
        raise Unfinished
    parts = parts_now(agreement)
    digest = digest_of(parts)
    before = newest_version(agreement)
    if before and before.digest == digest:
        raise NothingNew
    signed = Signature.objects.in_space(agreement.space).filter(version__agreement=agreement).exists()
    if signed and not reason.strip():
        raise ReasonNeeded
    version = AgreementVersion.objects.create(
        space=agreement.space,
        agreement=agreement,
        number=before.number + 1 if before else 1,
        content=[part.to_json() for part in parts],
        digest=digest,
        made_by=by,
        made_at=at,
    )
    if signed:
        number = Amendment.objects.filter(version__agreement=agreement).count() + 1
        Amendment.objects.create(version=version, number=number, reason=reason.strip())
    audit.record(act="agreement.put_forward", about=version, by=by, at=at, space=agreement.space)
    announce(f"agreement.{agreement.pk}")
    return version
