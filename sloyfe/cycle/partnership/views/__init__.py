"""Pages of the partnership: translate in, one call, translate out."""
