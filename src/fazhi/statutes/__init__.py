"""The statute library: texts the operator imported, found by citation, by day and by word."""
