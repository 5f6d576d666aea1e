"""Packages read from where they were made: cartridges, the portal's export, HTML and pasted text."""
