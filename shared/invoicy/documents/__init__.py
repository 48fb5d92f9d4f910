"""Documents: bytes with a name and a media type, the files and containers that they come from."""
