"""Two-dimensional barcodes: their payloads, and the comparison with the page."""
