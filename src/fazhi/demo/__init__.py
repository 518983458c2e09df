"""A district to try everything on: its organs and outline, and demo people with a lawful history."""
