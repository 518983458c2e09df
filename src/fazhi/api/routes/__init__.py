"""The operations, one file for each noun."""
