"""What the public does with the offices: applications over the internet and their course (32.2, 33.2)."""
