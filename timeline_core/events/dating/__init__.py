"""What every date of a sentence dates, and whether that is told as something that happened: its verdict."""
