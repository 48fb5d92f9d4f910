"""Sentences of the findings of rules, from the catalogue of a language (data/wording), and text for people."""
