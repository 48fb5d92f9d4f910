"""Reading many documents in worker processes."""
