"""Words of scanned pages, recognised by an OCR engine."""
