"""Organisations: owners, units, teams, services and partners, as the registers know them."""
