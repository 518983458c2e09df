"""Which normative documents still hold: their register, the daily check, clean-up (measures 13.1, 13.2).

What a document's state is on a day follows from what was recorded about it and from the end that the document
itself states. No length of validity is ever assumed: the one city rule that was read on it is superseded.
"""
