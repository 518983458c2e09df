"""What the law lets happen next: procedures, cases as folds of acts, and proofs about both (DESIGN §4).

Pure: no Django, no input or output, no clock and no chance of its own. An ``Edition`` says who may do what,
after what, within how long and on which article; a ``Case`` is the fold of its records; ``permitted`` judges
every act; the verifier explores every history that an edition allows.
"""
