"""Seller (BT-27) and Buyer (BT-44)."""
