"""Fazhi 法治: software on which a district government runs law-based government."""

__version__ = "0.1.0"
