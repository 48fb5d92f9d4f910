"""The currency of an invoice."""
