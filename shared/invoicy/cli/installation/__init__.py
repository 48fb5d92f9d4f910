"""Checks of this installation, and advice on how to add extras or repair it."""
