"""Measures of Invoicy; `python -m bench` lists them. Nothing here is a test."""
