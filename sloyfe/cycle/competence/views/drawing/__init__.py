"""Blocks as HTML, made on the server: all words escaped, nothing run, nothing fetched from elsewhere."""
