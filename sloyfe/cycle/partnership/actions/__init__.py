"""What can be done in a partnership; each act changes things in one transaction, or refuses."""
