"""Marked documents in, marked documents with chains out."""
