"""What is new, which events may be one, and what a person makes an event of."""
