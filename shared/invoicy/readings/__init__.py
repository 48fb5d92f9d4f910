"""Readings: the invoices of a document with evidence and findings, and the record, schema and event made of them."""
