"""The text layer, pictures and barcodes of a PDF's pages. No other room knows PDFium."""
