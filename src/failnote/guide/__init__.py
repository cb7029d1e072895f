"""Guides: prompt files turned into questions, checked before anyone is asked."""
