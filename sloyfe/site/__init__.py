"""The top floor: settings, the table of contents, the round at a glance, the base page and the demo."""
