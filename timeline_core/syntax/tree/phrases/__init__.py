"""The edges of noun phrases: where a name opens one of its own, and what only goes on with the noun before it."""
