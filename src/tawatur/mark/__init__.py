"""Documents in, marked documents out."""
