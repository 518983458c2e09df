"""What the law leaves open about redaction, as settings with a stated default and its reason."""

from dataclasses import dataclass, field

from fazhi.documents.redaction.kind import Kind


@dataclass(frozen=True)
class Policy:
    """One office's choices; the defaults hide a person wherever the sources do not ask for the name.

    Basis of hiding at all: 个人信息保护法第二十五条 (no publication of personal information without consent
    or a statutory duty), 第二十八条 (identity, health, accounts, whereabouts and persons under fourteen are
    sensitive), 政府信息公开条例第十五条 (personal privacy is not disclosed), 行政处罚法第五十条 and
    行政复议法第三十六条 (privacy learnt in a case is kept), 市场监督管理行政处罚信息公示规定第六条 and 第七条
    (a penalty is published as served but for the necessary treatment). No source read says how many
    digits or which part of a name is covered: that is ``keep_head``, ``keep_tail`` and the form 张某.
    """

    hidden: frozenset[Kind] = field(default_factory=lambda: frozenset(Kind))
    """The kinds that are hidden at all."""
    officials: bool = False
    """Hide officials acting in office. Off: an act names who performed it; 第七条 asks for it as served."""
    lawyers: bool = False
    """Hide lawyers who represent a party. Off: they act in a licensed profession, not as private persons."""
    representatives: bool = True
    """Hide who represents a company. On: a name is personal information (第四条) and the company's own name,
    which stays, already says who is bound."""
    household_codes: bool = False
    """Hide the credit code of an individually run shop (it begins with 92). Off: the register publishes it
    (市场主体登记管理条例第三十五条) although it leads to one person there."""
    keep_head: int = 0
    """Characters of a number left readable at its beginning."""
    keep_tail: int = 0
    """Characters of a number left readable at its end."""

    def number(self, value: str, mask: str = "***") -> str:
        """A number with its middle covered; wholly covered where too little would remain hidden.

        >>> Policy(keep_head=3, keep_tail=2).number("13900000000"), Policy().number("13900000000")
        ('139***00', '***')
        """
        if self.keep_head + self.keep_tail > len(value) // 2:
            return mask
        return value[: self.keep_head] + mask + value[len(value) - self.keep_tail :]
