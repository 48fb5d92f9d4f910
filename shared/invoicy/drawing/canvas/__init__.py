"""Shapes, text and blocks on a picture. Nothing here knows invoices."""
