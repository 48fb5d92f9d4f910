"""Values of an invoice: names, places on a page, colours."""
