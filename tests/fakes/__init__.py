"""Adapters for tests: in memory, and with faults on demand. They keep the ports' promises, see tests/contracts."""
