"""Redaction before publication: which characters identify a private person, and what replaces them.

Pure: text in, spans out. A person reviews the result before anything is published.
"""

from fazhi.documents.redaction.kind import Kind
from fazhi.documents.redaction.policy import Policy
from fazhi.documents.redaction.redact import Redaction, redact
from fazhi.documents.redaction.span import Span

__all__ = ["Kind", "Policy", "Redaction", "Span", "redact"]
