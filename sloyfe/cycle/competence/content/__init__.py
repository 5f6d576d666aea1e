"""Words that the station brings along."""
