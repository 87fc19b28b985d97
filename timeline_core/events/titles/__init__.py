"""Titles: an event's headline in its report's language, from the predicate that tells it and what hangs on that."""
