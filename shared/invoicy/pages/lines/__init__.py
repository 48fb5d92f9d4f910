"""The table of line items."""
