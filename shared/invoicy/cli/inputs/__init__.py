"""Arguments and options, and the documents that they name."""
