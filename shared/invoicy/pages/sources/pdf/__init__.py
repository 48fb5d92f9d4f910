"""The text layer, pictures and barcodes of a PDF's pages. The only package of pages that imports PDFium."""
