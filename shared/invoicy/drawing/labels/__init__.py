"""Labels beside a page, and the leader lines between labels and values."""
