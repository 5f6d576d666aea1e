"""The domain, in the order it happens; a later station knows the earlier ones, never the reverse."""
