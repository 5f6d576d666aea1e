"""Meetings in the live layer: the same acts and the same templates as the pages, without the machinery of pages."""
