"""Invoices made by hand, each with a layout of its own, and the program that typesets them."""
