"""The book on disk or server: what is kept, and what is derived from it."""
