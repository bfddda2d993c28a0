"""A record in, something to look at out."""
