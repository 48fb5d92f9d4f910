"""The measures of a newcomer's first hour, one module a group."""
