"""pledgebook reads reports and keeps the book of what governments promised."""

__version__ = "0.1.0"
