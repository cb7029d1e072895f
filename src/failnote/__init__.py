"""failnote: a private journal for looking back on a therapy that failed."""

__version__ = "0.1.0"
