"""Titles as the portal writes them."""

from sloyfe.cycle.competence.markup.titles import Title
from sloyfe.cycle.competence.markup.tree import Language
from sloyfe.cycle.competence.markup.unfit import fit


def written(title: Title) -> str:
    """`nb: … |nn: …`; what is in no language stands as it is."""
    said = title.entries
    if not title.languages:
        return fit(said.get(Language.ANY, "") or title.raw)
    return fit(" |".join(f"{each.value}: {said[each]}" for each in title.languages))
