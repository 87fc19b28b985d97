"""Decisions on the disk: the journal and what is folded from it."""
