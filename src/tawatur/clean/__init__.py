"""Documents in, documents out whose furniture is known."""

from tawatur.clean.clean import CLEAN, clean, clean_document

__all__ = ["CLEAN", "clean", "clean_document"]
