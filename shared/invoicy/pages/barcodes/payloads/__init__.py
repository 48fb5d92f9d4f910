"""Payloads of codes. A new format is one module here and one line in registry.py."""
