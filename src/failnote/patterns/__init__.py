"""Patterns: what comes back across cases. Pure: no clock, no file, no word of the screen."""
