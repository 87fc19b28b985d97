"""Tries days for a report: keys of the strip, reading beside the screen, the decision."""
