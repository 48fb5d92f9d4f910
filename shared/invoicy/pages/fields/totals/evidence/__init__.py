"""Evidence for the roles of amounts: labels, columns, rows and sentences."""
