"""Marked documents in, marked documents whose marks point to entities out."""
