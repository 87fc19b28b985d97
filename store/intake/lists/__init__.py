"""Lists of names that a person has: gazetteers and lists of actors, in the forms in which they are handed round."""
