"""Django, loaded only by the commands that need it: the others must start at once."""

import os


def start() -> None:
    """Load Django with this installation's settings."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "fazhi.settings")
    import django

    django.setup()
