"""Dates: every date finer than a year, in numbers, in words, by its holiday."""
