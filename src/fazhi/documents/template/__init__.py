"""Templates of the documents that procedures demand, and papers made from them with a case's data."""

from fazhi.documents.template.filling import Filling
from fazhi.documents.template.making import due, fill
from fazhi.documents.template.template import Element, Field, Line, Template

__all__ = ["Element", "Field", "Filling", "Line", "Template", "due", "fill"]
