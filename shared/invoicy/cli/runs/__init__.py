"""Runs over many documents, in worker processes."""
