"""Writers of the shipped samples: from the facts of one invented invoice to one document."""
