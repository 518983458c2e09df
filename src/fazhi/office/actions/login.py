"""Give a person a password to log in with."""

import secrets

from fazhi.office.models import Person

BYTES = 12
"""Bytes of chance in a password that is made for a person."""


def set_password(person: Person, password: str) -> None:
    """Set the password unless it is already this one, so that open sessions stay open."""
    if not person.user.check_password(password):
        person.user.set_password(password)
        person.user.save(update_fields=["password"])


def new_password(person: Person) -> str:
    """A fresh random password, which ends the person's open sessions."""
    password = secrets.token_urlsafe(BYTES)
    set_password(person, password)
    return password


def first_password(person: Person) -> str:
    """A fresh password for a person who never had one; empty for everybody else."""
    return "" if person.user.has_usable_password() else new_password(person)
