"""Live: says that something changed, never what anyone wrote."""
