"""The routes of the app, grouped by subject."""
