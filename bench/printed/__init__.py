"""Printed invoices: accuracy by field and family, confidence, speed and memory."""
