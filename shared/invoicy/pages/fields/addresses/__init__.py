"""Postal addresses of Seller (BG-5) and Buyer (BG-8)."""
