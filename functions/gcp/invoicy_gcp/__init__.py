"""Invoicy on Google Cloud Run: an event comes in, the pipeline does the rest."""
