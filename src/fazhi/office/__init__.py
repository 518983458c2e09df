"""Who may act: organs, groups of organs, posts, people and the one access policy."""
