"""Sentences of findings, from the catalogue of a language (data/wording), with the actual and the expected values."""
