"""Benchmarks: ratios to ``python -c pass``, measured side by side; never absolute times."""
