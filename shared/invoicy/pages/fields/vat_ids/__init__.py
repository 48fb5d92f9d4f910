"""VAT identifiers of Seller (BT-31) and Buyer (BT-48)."""
