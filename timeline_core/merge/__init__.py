"""Tellings of many reports joined into one timeline of happenings (record linkage)."""
