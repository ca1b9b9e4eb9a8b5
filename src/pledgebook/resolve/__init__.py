"""Mentions to statements: what does a place in a report say? Pure, one value and one reason at a time."""
