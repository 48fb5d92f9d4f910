"""Features of every name: its words, its place on the page, its block of lines, the address under it."""
