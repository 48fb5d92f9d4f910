"""Invoices made by hand, each one of a kind, and the program that typesets them."""
