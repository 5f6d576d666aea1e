"""Texts that ship with the partnership, read once from the TOML files beside this file."""
