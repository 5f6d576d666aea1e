"""What people do with packages."""
