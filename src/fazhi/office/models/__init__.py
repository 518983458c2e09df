"""Organs, groups, posts and people, each valid for a span of days."""

from fazhi.office.models.delegation import Delegation
from fazhi.office.models.organ import Alias, Group, Membership, Organ
from fazhi.office.models.person import Appointment, Person, Post, Qualification, Role

__all__ = [
    "Alias", "Appointment", "Delegation", "Group", "Membership", "Organ", "Person", "Post",
    "Qualification", "Role",
]  # fmt: skip
