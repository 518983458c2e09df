"""Where the log-in library asks how this house does things."""
