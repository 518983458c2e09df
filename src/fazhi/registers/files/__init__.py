"""Lists as files: read from XLSX, CSV and JSON, written as the same, and as an empty form to fill in."""
