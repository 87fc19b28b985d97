"""The strip on which the day of a report is tried."""
