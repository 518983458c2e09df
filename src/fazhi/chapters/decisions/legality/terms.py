"""The acts and facts by which the two procedures of chapter 六 know a legality review."""

SEND, ADVISE, REVIEW, RETURN = "send_review", "advise", "review", "return_materials"
OPINION, RISK, ADVICE = "opinion", "legal_risk", "advice"
LAWFUL, EXPLORATORY = "lawful", "exploratory"
PROCEDURES = ("normative-document", "major-decision")
DRAFTS = ("文件草案", "决策草案")
"""Under which titles the draft is among the papers sent to review."""
