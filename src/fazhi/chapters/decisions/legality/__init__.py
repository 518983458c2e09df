"""The desk of the legality review (合法性审核): measures 13.1 and 14.1 of the outline.

A reviewer reads the draft of a case clause by clause beside the automatic findings, answers the items of the
law, and ends in the case's own act: an opinion or the return of the materials.
"""
