"""Sentences to mentions: where in a report is something said? Pure rules over one page."""
