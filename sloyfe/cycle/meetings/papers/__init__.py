"""Documents of the meetings station."""
