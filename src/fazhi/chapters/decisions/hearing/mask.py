"""How a name stands where the public checks a draw: known to its bearer, not to everybody.

No rule was read that says how many characters are to be hidden: that one is shown is the house's own choice.
"""


def masked(name: str) -> str:
    """The first character of a name, the others hidden.

    >>> masked("欧阳某某"), masked("")
    ('欧＊＊＊', '')
    """
    return name[:1] + "＊" * (len(name) - 1)
