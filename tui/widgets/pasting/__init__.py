"""The text of a pasted report."""
