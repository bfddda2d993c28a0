"""Reports in, events and stories out."""
