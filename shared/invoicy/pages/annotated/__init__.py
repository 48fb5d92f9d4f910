"""Pages with their labels, amounts, dates and blocks, and the places where the value of a label may be printed."""
