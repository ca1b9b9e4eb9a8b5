"""Agreements, positions and events, read from parsed clauses."""
