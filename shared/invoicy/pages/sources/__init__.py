"""Pages of words with boxes. A new source, as an OCR engine, is a folder here."""
