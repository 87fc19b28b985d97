"""What a recognised expression denotes: trees → days."""
