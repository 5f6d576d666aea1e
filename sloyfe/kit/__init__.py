"""Small tools without a domain noun."""
