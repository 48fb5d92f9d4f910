"""Pictures of a document on which every value that was read is marked and named."""
