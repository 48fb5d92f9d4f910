"""The process of a command: options of the program, signals, streams, exit codes."""
