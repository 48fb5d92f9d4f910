"""Net, VAT, gross, paid and due (BG-22), and the VAT breakdown (BG-23)."""
