"""Senses: what the words of a date mean before any day is known, and which days that gives («أمس» → the day before)."""
