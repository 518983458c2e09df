"""The only modules that write organs, groups, posts and people."""
