"""The words of labels in all languages, folded.

A new language is one file in data/labels, named by its ISO 639-1 code. Its columns are the field that a label names,
the weight of the evidence from 0 to 1, and phrases divided by semicolons: "(invoice|bill) (no|number|)" means six. Two
rows have no weight: `compounds` lists the fields whose labels may end a longer word, as Mietrechnung ends in Rechnung,
and `not_compounds` lists words that end like a label but are something else.
"""
