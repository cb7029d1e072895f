"""Terminal: the only place that reads keys or writes to a screen."""
