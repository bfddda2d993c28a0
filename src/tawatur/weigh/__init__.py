"""Events in, events with origins, grades and contradictions out."""
