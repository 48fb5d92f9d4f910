"""Checks of this installation, and commands that complete or repair it."""
