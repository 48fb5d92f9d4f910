"""From evidence to the chance of being right: fitted weights and curves."""
