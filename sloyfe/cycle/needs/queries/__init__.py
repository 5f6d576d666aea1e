"""Reads of the needs station."""
