"""The HTTP app: API and web page."""
