"""The only modules that write open sessions and the record of log-ins."""
