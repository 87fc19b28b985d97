"""What a person decided, applied to the events that the machine derived."""
