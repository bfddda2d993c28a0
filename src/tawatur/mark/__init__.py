"""Documents in, marked documents out: names, roles, times, numbers, quotations, triggers."""
