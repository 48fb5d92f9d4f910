"""The process of a command: its start, streams, signals and exit code."""
