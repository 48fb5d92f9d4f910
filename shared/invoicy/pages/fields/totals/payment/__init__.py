"""Payments, earlier balances and the amount due."""
