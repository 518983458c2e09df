"""The ledger 台账: what a government did can be proven years later, even against its own keeper.

A case's acts are linked by digests (``chain``), all entries are leaves of one Merkle tree (``tree``), its
root is signed and published (``checkpoint``), and a citizen's ``receipt`` leads from an act to such a root.
Personal data lies outside, sealed under a key for each person (``sealed``, ``envelope``).

Pure: keys, times and random bytes are given. The one thing asked of the machine is its own OpenSSL, for SM2
(``libcrypto``).
"""
