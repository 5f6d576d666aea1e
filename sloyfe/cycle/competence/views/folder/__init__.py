"""A package as a folder of plain pages that any browser opens, without Sløyfe and without a network."""
