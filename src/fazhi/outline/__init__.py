"""Reading a policy outline into measures, the units that answer for them, and atomic duties (measure 0.1).

Pure: text in, objects out. Nothing is guessed: what is not understood is reported with its place in the text.
"""

from fazhi.outline.reader import read

__all__ = ["read"]
