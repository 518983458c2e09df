"""What comments and registrations have in common: the public sends a form, without a log-in."""
