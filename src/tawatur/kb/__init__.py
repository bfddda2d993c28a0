"""What is known before reading: places, bodies, persons, posts."""
