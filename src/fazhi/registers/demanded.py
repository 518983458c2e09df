"""What must be written with a decision about an edition: a reason, or the consent before publication."""

from dataclasses import dataclass

from fazhi.registers.models import Edition, Review


@dataclass(frozen=True)
class Demanded:
    """The words asked for, and the article that asks for them."""

    what: str = ""
    basis: str = ""


def demanded(kind: str, edition: Edition) -> Demanded:
    """What a person must write; nothing where words are optional."""
    if kind == Review.Kind.RETURN:
        return Demanded("退回理由")
    if (consent := edition.form.consent) is None:
        return Demanded()
    basis = str(consent.basis.basis())
    if kind == Review.Kind.PUBLISH:
        return Demanded(f"{consent.by}同意的文号和日期", basis)
    if kind == Review.Kind.SUBMIT and edition.register.editions.published().exists():
        return Demanded("调整的理由和研究论证情况", basis)
    return Demanded()
