"""What leaves the platform as files: the ledger, the task division table, an organ's calendar."""

from fazhi.duties.export.calendar import feed
from fazhi.duties.export.division_docx import division_docx
from fazhi.duties.export.division_xlsx import division_xlsx
from fazhi.duties.export.ledger import ledger_xlsx

__all__ = ["division_docx", "division_xlsx", "feed", "ledger_xlsx"]
