"""Heads of a report: the lines and rows that give a day, a year or a week for what follows them."""
