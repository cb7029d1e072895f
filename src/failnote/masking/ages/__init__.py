"""Ages: those over 89, by who is spoken of."""
