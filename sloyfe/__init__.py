"""Sløyfe: where a learning network does its work."""
