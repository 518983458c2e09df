"""Files on their way to publication: bytes in, redacted text, findings and, for DOCX, a redacted copy out."""

from fazhi.documents.publication.file import Findings, read, write

__all__ = ["Findings", "read", "write"]
