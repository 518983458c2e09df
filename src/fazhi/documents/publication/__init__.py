"""Files on their way to publication: bytes in, redacted text, findings and a redacted file out."""

from fazhi.documents.publication.copy import FORMS, copy, form_of
from fazhi.documents.publication.file import Findings, original_text, read
from fazhi.documents.publication.hidden import file_stem, squeezed, values

__all__ = ["FORMS", "Findings", "copy", "file_stem", "form_of", "original_text", "read", "squeezed", "values"]
