"""A version of a package as a tree that levels can adapt: modules, lines and pages in them, and blocks on pages."""
