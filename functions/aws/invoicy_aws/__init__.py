"""Invoicy on AWS Lambda: handlers that translate events, and the adapters of the pipeline's ports."""
