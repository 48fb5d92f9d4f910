"""Parsers of text: each module returns the values of one kind in a text, such as amounts, with their offsets."""
