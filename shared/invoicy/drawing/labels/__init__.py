"""Labels beside a page, and the lines that join them to their values."""
