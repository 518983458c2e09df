"""Indicators: figures worked out from cases and registers that lead to their rows, and frozen ones (34.1)."""
