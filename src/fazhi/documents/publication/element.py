"""Taking elements out of a document's tree, with what is in them or leaving it."""

from lxml.etree import _Element


def remove(element: _Element) -> None:
    """The element and all that is in it."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def unwrap(element: _Element) -> None:
    """The element alone: what is in it takes its place."""
    parent = element.getparent()
    if parent is not None:
        place = parent.index(element)
        parent[place : place + 1] = list(element)
