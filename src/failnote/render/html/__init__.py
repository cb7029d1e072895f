"""HTML: findings as one page to print, to read on any screen, and to take along."""
