"""卷宗归档和责任倒查 (16.1, 16.2): what a decision's file must hold, its closing, and who answers for what.

Records and papers are kept whole (重大行政决策程序暂行条例第三十三条): years later it is out of them that
responsibility is read, and the dissent that lessens it (第三十八条). What an act must leave is data: the
papers of the procedure, and those of ``demands/``.
"""
