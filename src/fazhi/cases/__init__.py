"""Cases 案件: every act of government under the procedure the law prescribes, kept so that it can be proven.

A case is the fold of its acts. The acts are on file once and for good (``models.act``), chained by digests;
everything else here is either a projection of them, made anew whenever it is wanted, or the means to write
one more (``actions``, the only write path).
"""
