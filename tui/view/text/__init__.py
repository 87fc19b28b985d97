"""Inside one report: words that are chosen, and words that prove a value."""
