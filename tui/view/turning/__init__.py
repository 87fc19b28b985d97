"""The day of a report that is being tried: its state, and the rows of what would move."""
