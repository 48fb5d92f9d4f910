"""Output on a terminal: console and progress."""
