"""Invoicy over HTTP."""
