"""One module or folder for each field: its candidates, their evidence, the choice."""
