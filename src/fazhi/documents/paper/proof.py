"""The block beside a signature by which anybody checks that a paper was issued and still stands."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Proof:
    """The address of the public verification page and the code that a person can type there.

    It is no part of GB/T 9704—2012 and replaces no seal: it stands left of the signature, outside its space.
    """

    address: str
    code: str

    @property
    def grouped(self) -> str:
        """The code in groups of four, as people read it aloud.

        >>> Proof("https://example.org/verify/2KFM8Q", "2KFM8QXT").grouped
        '2KFM 8QXT'
        """
        return " ".join(self.code[n : n + 4] for n in range(0, len(self.code), 4))
