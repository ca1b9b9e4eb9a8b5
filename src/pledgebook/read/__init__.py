"""Bytes to documents: which files are reports, and what text stands in them."""
