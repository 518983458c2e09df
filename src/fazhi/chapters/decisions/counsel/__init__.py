"""Experts, legal advisers, government lawyers: who is asked, and what they said (measures 14, 15, 36).

Who there is stands in registers of the packs; here stands who was asked in which case of chapter 六, with the
interests declared, and each opinion with the very material it is about. What the procedure needs of it is the
case's own act.
"""
