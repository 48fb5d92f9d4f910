"""Readings: the invoices of a document with evidence and findings, and the forms in which they are given away."""
