"""Words of a PDF's text layer that nobody sees on the page."""
