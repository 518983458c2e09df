"""Verifiable random selection 抽取: whom the lot takes is nobody's choice, and anybody can check it.

Serves dual-random inspection (measure 6.1; 优化营商环境条例第五十四条, 民营经济促进法第五十二条) and the
choice of hearing participants and experts. A ``plan`` is frozen and committed to in a ``statement``;
afterwards the ``share``s of several parties and a public ``beacon`` give the ``seed``, the seed gives every
candidate a ``ticket``, and the tickets give the ``selection`` and the ``assignment`` of officers, all kept in
a ``record``.

Pure: secrets, days and public values are given. Numbers are whole numbers throughout, so that every machine
and language finds the same result.
"""
