"""Weights and curves of the reader of printed pages, fitted to labelled invoices."""
