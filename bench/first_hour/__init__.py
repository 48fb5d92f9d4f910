"""Measures of a newcomer's first hour, a module for each group."""
