"""The line items of an invoice: the rows of their table, and the rows that look like items."""
