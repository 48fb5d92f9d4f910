"""Shapes, text and blocks on a picture. These modules do not depend on invoices."""
