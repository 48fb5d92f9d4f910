"""Checks of the code that no linter has: the words of docstrings and comments, and class names that occur twice."""
