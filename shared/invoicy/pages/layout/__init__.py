"""The geometry of words: rows, segments and their alignment. Knows no language."""
