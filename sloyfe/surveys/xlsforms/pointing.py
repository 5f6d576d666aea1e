"""Conditions that came in must point back at a question with such answers."""

from django.utils.translation import gettext as _

from sloyfe.surveys import content
from sloyfe.surveys.sheet import DONT_KNOW
from sloyfe.surveys.xlsforms.book import Remark
from sloyfe.surveys.xlsforms.incoming import Draft, Incoming


def settle(incoming: Incoming) -> None:
    """Keep the answers that exist; a condition without any is dropped and told of. Row numbers go afterwards."""
    asked: dict[str, set[str]] = {}
    for part in incoming.parts:
        _settle(part, asked, incoming)
        for item in (one for one in incoming.items if one["section"] == part["key"]):
            _settle(item, asked, incoming)
            asked[item["key"]] = _answers(item)
    for draft in (*incoming.parts, *incoming.items):
        del draft["row"]


def _settle(draft: Draft, asked: dict[str, set[str]], incoming: Incoming) -> None:
    told = draft["condition"]
    if not told:
        return
    kept = [answer for answer in told["answers"] if str(answer) in asked.get(told["item"], set())]
    draft["condition"] = {**told, "answers": kept} if kept else None
    if not kept:
        sentence = _("Vilkåret bygger på noe som ikke står tidligere i skjemaet. Alle får spørsmålet.")
        incoming.remarks.append(Remark("survey", draft["row"], sentence))


def _answers(item: Draft) -> set[str]:
    unsure = [DONT_KNOW] if item["dont_know"] else []
    if item["kind"] == "scale":
        return {*(str(step) for step in range(1, len(item["steps"] or content.scale()) + 1)), *unsure}
    chosen = [one["key"] for one in item["options"]] if item["kind"] in ("choice", "choices") else []
    return {*chosen, *unsure}
