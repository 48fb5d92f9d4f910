"""Two-dimensional codes: their payloads, and whether they confirm the page, complete it or contradict it."""
