"""Pages of the surveys: translate in, one call, translate out."""
