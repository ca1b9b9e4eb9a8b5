"""From a document's sentences to parsed words: our own small English pipeline."""
