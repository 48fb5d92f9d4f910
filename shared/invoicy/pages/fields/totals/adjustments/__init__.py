"""Discounts and charges printed between the totals, such as freight."""
