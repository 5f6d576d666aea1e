"""Verbs about organisations."""

from sloyfe.organisations.actions.imports import carry_out, keep_file, rehearse
from sloyfe.organisations.actions.register import add_organisation, change_organisation, merge

__all__ = ["add_organisation", "carry_out", "change_organisation", "keep_file", "merge", "rehearse"]
