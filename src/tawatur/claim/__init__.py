"""Resolved documents in, reports with claims out."""
