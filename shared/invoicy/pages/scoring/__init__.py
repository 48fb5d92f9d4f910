"""Choose among candidates by their evidence, and turn scores into confidence."""
