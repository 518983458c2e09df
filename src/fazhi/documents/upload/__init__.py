"""Files that people send: one limit, kinds told by content, metadata stripped, a scanner's word."""

from fazhi.documents.upload.received import Received, evidence, inspected, receive
from fazhi.documents.upload.size import check_size, largest

__all__ = ["Received", "check_size", "evidence", "inspected", "largest", "receive"]
