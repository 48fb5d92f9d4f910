"""Invoicy on AWS Lambda: an event comes in, the pipeline does the rest."""
