"""Synthetic invoices: seeded, typeset, with the truth of what is printed on them."""
