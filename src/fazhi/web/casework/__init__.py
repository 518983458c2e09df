"""What a case's page shows, worked out from its edition: no page knows a procedure by name."""
