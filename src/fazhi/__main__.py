"""``python -m fazhi``: the command without an installed script."""

from fazhi.cli import main

if __name__ == "__main__":
    main()
