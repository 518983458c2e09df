"""Whether an edition can go wrong: every history it allows, explored before anybody is bound by it."""
