"""Sums and goods that somebody gives somebody, with the witnesses for each role."""
