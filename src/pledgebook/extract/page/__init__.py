"""One report laid open: its text, its layout, its sentences, whom it credits, what it is like."""
