"""Turns a ledger into what others read: JSON, and a brief for the terminal, a browser or a page of Markdown."""
