"""E-invoice syntaxes. The package imports nothing itself: the facts of a syntax need neither lxml nor a reader."""
