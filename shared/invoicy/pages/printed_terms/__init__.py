"""The terms of the printed invoice as a whole: chosen from the fields, by JSON Pointer, and as an invoice."""
