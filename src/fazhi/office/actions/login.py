"""Give a person a password to log in with."""

from fazhi.office.models import Person


def set_password(person: Person, password: str) -> None:
    """Set the password unless it is already this one, so that open sessions stay open."""
    if not person.user.check_password(password):
        person.user.set_password(password)
        person.user.save(update_fields=["password"])
