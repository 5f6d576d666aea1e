"""The pages of the meetings station."""
