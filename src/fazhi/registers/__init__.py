"""Registers: lists that offices must keep, versioned, each entry with its legal basis (4.1, 4.2, 20.1)."""
