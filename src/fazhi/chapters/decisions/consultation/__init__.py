"""The public asked before a decision: consultation on a draft by clause (measures 13, 15; chapter 六).

A consultation belongs to one case. What is commented, how each comment was disposed of and when it ended are
acts of that case, so that the gates of its procedure hold whoever acts, and on whatever page.
"""
