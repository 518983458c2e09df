"""One box over everything: what a reader may see is found by its words, wherever it stands.

Apps hand in what of theirs may be found (``fazhi.search.source``); nothing here knows a chapter. Triggers of
the database note which rows changed, the worker writes those into the index, and a hit is shown only after
the app's policy has said yes to this reader at this moment.
"""
