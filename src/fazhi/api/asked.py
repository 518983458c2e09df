"""What a request to open or to act in a case says, as a machine writes it."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Base64Bytes, BaseModel, ConfigDict, Field

Line = Annotated[str, Field(pattern=r"^[^\x00-\x1f\x7f]*$")]
Day = Annotated[date, Field(ge=date(1949, 10, 1), le=date(2199, 12, 31))]
"""Days outside of this span are a slip of the pen: no act of government on the platform is so old."""
Number = Annotated[int, Field(ge=-(10**15), le=10**15)]
Fact = bool | Number | Annotated[str, Field(max_length=10_000)]
Facts = dict[Annotated[str, Field(max_length=80)], Fact]
Key = Annotated[int, Field(ge=1, le=2**63 - 1)]


class Asked(BaseModel):
    """Nothing is let through that is not asked for: a misspelt name is a mistake, not silence."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class PaperIn(Asked):
    """A paper of the act: in ``content`` as base64, or in the part of the multipart request that is named."""

    title: Annotated[Line, Field(min_length=1, max_length=120)]
    file_name: Annotated[Line, Field(max_length=200)] = ""
    content: Base64Bytes | None = None
    part: Annotated[str, Field(max_length=80)] | None = None


class PartyIn(Asked):
    """A party; what is known of it is sealed, and no answer of the interface gives it back."""

    role: Annotated[str, Field(max_length=80)]
    name: Annotated[str, Field(min_length=1, max_length=2_000)]
    identity_number: Annotated[str, Field(max_length=2_000)] | None = None
    phone: Annotated[str, Field(max_length=2_000)] | None = None
    address: Annotated[str, Field(max_length=2_000)] | None = None
    email: Annotated[str, Field(max_length=2_000)] | None = None


class Step(Asked):
    """What opening a case and acting in one have in common."""

    act: Annotated[str, Field(min_length=1, max_length=80)]
    happened_on: Day
    facts: Facts = Field(default_factory=dict)
    papers: Annotated[tuple[PaperIn, ...], Field(max_length=30)] = ()
    colleagues: Annotated[tuple[Key, ...], Field(max_length=20)] = ()


class OpenIn(Step):
    """A new case: procedure, organ by its code, and the act that begins it."""

    procedure: Annotated[str, Field(min_length=1, max_length=80)]
    organ: Annotated[str, Field(min_length=1, max_length=40)]
    title: Annotated[Line, Field(max_length=120)] = ""
    secrecy: Literal["ordinary", "restricted"] | None = None
    parties: Annotated[tuple[PartyIn, ...], Field(max_length=50)] = ()


class EngageIn(Asked):
    """Who comes on a case (``on``) or leaves it; leaving needs a reason."""

    person: Key
    on: bool = True
    reason: Annotated[Line, Field(max_length=200)] = ""


class LookIn(Asked):
    """For what a party's identity is looked at; it is kept."""

    purpose: Annotated[Line, Field(min_length=1, max_length=200)]


class ActIn(Step):
    """An act in a case; ``expected`` is the number of acts seen when deciding, unless If-Match says it."""

    expected: Annotated[int, Field(ge=0, le=2**31 - 1)] | None = None
    corrects: Annotated[int, Field(ge=1, le=2**31 - 1)] | None = None
    instead_on: Day | None = None
    reason: Annotated[str, Field(max_length=10_000)] = ""
