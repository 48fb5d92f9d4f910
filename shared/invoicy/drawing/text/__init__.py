"""Sentences and paragraphs on a sheet."""
