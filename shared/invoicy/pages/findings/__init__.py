"""Findings about pages: values that are missing, uncertain, contradictory or not read."""
