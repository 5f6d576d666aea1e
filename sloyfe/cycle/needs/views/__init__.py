"""Pages of the needs station: translate in, one call, translate out."""
