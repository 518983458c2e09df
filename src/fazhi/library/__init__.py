"""What the district publishes of its own accord (主动公开): documents, and the duties of its outlines."""
