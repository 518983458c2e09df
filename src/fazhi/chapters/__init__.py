"""The chapters of an outline: what data in a pack cannot express of each field of government (DESIGN §2)."""
