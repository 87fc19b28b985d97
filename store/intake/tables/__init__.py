"""Tables: rows that are reports, rows that are happenings, and our own export come back."""
