"""Measures of the architecture and its words, for source trees side by side."""
