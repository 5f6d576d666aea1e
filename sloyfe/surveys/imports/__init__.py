"""Figures that others have made, out of their tables: what each column is, what each sign means, what was read."""
