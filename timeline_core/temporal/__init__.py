"""Dates of a report: words that denote time are found, read as meanings, and resolved to days, each with its reason."""
