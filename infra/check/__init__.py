"""Checks that no linter has: words of docstrings and comments, and class names that occur twice."""
