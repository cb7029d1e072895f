"""Journal: the only place that knows SQL, keys and files."""
