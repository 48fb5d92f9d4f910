"""Text of a PDF page that a reader of the page cannot see."""
