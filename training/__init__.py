"""The recipe of the English pipeline: `python -m training TREEBANKS` trains, measures and writes it."""
