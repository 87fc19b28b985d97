"""Draws the day of a report that is being tried."""
