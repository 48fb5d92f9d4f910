"""Invoice number (BT-1) and purchase order reference (BT-13)."""
