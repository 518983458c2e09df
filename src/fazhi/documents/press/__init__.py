"""Papers on their way to the page: fonts of the machine, PDF through typst, DOCX in the same layout."""

from fazhi.documents.press.pdf import Printed, pdf
from fazhi.documents.press.word import docx

__all__ = ["Printed", "docx", "pdf"]
