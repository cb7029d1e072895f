"""Render: reviews and findings turned into pages, Markdown and JSON. Prints nothing."""
