"""The sum of weights that joins; apart from the table of likeness, so that a screen need not load what fills that."""

ENOUGH = 2.5
"""Sum of weights from which on two tellings of one day are of one happening."""
