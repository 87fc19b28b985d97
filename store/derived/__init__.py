"""What may be derived again: accounts, the timeline, the cache."""
