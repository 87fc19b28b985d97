"""What a reader is asked about, and what is new, a row each."""
