"""What people fill in; a valid form gives the action that a view performs."""
