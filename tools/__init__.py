"""What ``run.py`` is made of: standard library only, because nothing else is installed yet when it starts."""
