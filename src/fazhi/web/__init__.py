"""The desk: the pages officials work on, drawn on the server (measures 0.1, 0.2)."""
