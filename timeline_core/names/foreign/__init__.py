"""Names of other languages in a script without capitals: what no lexicon knows, told by what stands beside it."""
