"""The owner's Word template."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from sloyfe.access import audit
from sloyfe.cycle.partnership.models import Party
from sloyfe.cycle.plan.models import OwnerTemplate
from sloyfe.documents.docx.template import opened
from sloyfe.kit.refusal import Refusal
from sloyfe.people.models import Person


class NotDocx(Refusal):
    """Something else than a Word file."""

    sentence = _("Fila må være en Word-fil som slutter på .docx eller .dotx.")
    status = 422


@transaction.atomic
def keep_template(party: Party, *, name: str, content: bytes, by: Person, at: datetime) -> OwnerTemplate:
    """Take the owner's Word file into use, once it has been shown to open."""
    if not name.lower().endswith((".docx", ".dotx")):
        raise NotDocx
    opened(content)
    said = {"name": name[-120:], "size": len(content), "content": content, "by": by, "at": at}
    root = party.place.parent or party.place
    template, _made = OwnerTemplate.objects.in_space(root).update_or_create(space=root, party=party, defaults=said)
    audit.record(act="template.kept", about=template, by=by, at=at, space=root)
    return template


@transaction.atomic
def drop_template(template: OwnerTemplate, *, by: Person, at: datetime) -> None:
    """Go back to the look of the software."""
    audit.record(act="template.dropped", about=template, by=by, at=at, space=template.space)
    template.delete()
