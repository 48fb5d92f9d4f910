"""Pictures of a document's pages, with a frame and a label at each value that was read."""
