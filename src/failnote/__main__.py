"""Lets ``python -m failnote`` do what ``failnote`` does."""

from failnote.cli import main

if __name__ == "__main__":
    main()
