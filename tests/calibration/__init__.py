"""Calibration: how often findings are right, on invented journals whose truth is known."""
