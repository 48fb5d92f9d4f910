"""VAT rates and the VAT breakdown (BG-23)."""
