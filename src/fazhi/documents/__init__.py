"""Documents an office issues and publishes: what they say, what they must not say, and how they leave."""
