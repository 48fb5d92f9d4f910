"""Geometry alone: rows and the segments in them."""
