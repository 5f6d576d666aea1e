"""Documents of the station."""
