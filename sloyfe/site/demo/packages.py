"""A small competence package, read in the way anybody's is."""

from sloyfe.cycle.competence.actions.imports import carry_out, keep_file
from sloyfe.site.demo.material import FOLDER
from sloyfe.site.demo.stage import Stage

NAME = "demo_package.json"


def read_in(stage: Stage) -> None:
    """The coordinator gives the file, and the worker reads it."""
    content = (FOLDER / NAME).read_bytes()
    run = keep_file(stage.space, content, NAME, by=stage.coordinator, at=stage.at("09-15", 12))
    carry_out(run, at=stage.at("09-15", 12, 1))
