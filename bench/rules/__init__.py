"""Rules beside the official rule sets: unit tests, mutants, speed."""
