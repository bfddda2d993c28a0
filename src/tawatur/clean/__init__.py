"""Documents in, documents out whose furniture is known."""
