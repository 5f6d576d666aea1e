"""Forms of the station."""
