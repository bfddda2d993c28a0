"""Files, pages and rows in, documents out."""
