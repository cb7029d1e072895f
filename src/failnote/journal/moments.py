"""Moments: what the journal keeps of a clock that the caller hands in."""

from datetime import UTC, datetime


def instant(now: datetime) -> str:
    """UTC in ISO form, so that text order is time order; ValueError without a time zone."""
    return _aware(now).astimezone(UTC).isoformat()


def local_date(now: datetime) -> str:
    """ISO date where it was written: UTC alone would move a late evening to another day."""
    return _aware(now).date().isoformat()


def offset(now: datetime) -> str:
    """Distance from UTC where it was written, such as ``+01:00``."""
    return _aware(now).isoformat(timespec="minutes")[16:]


def parsed(text: str | None) -> datetime | None:
    """The instant of a stored text; None for a day or month without time."""
    return datetime.fromisoformat(text) if text and "T" in text else None


def _aware(now: datetime) -> datetime:
    if now.utcoffset() is None:
        message = "a moment needs its time zone"
        raise ValueError(message)
    return now
