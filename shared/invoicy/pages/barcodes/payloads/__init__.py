"""Payloads of barcodes. A new format is one module here and one line in registry.py."""
