"""Sentences that state a fault, from the catalogue of a language (data/wording): the values found and expected."""
