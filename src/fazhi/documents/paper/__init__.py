"""公文 as GB/T 9704—2012 lays them out: what such a paper says, and where each part stands."""

from fazhi.documents.paper.issue import Copies, Head, Signature
from fazhi.documents.paper.paper import Paper
from fazhi.documents.paper.paragraph import Paragraph, paragraphs
from fazhi.documents.paper.proof import Proof

__all__ = ["Copies", "Head", "Paper", "Paragraph", "Proof", "Signature", "paragraphs"]
