"""Decision tables: thresholds and eligibility as the articles set them, row by row (DESIGN §3).

A table says for every combination of facts which rows apply; ``report`` proves that none is forgotten and
none is answered twice.
"""
