"""A page of a package as typed blocks, and how the portal's tables are understood. Knows nothing of Django."""
