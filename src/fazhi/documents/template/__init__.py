"""Templates of the documents that procedures demand, and papers made from them with a case's data."""

from fazhi.documents.template.filling import Filling, fill
from fazhi.documents.template.template import Field, Line, Template

__all__ = ["Field", "Filling", "Line", "Template", "fill"]
