"""Images: the bytes that a change moves, sizes and cold starts."""
