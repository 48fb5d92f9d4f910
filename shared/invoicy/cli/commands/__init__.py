"""The commands of the program. Each module defines one."""
