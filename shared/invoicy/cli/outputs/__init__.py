"""Files, tables and texts that commands write."""
