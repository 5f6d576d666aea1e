"""Reading organisations and staff out of files: rows → a plan of what would happen → the report."""
