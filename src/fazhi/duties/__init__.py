"""An outline's duties, what falls due under them, how organs answer and are supervised (0.1, 0.2)."""
