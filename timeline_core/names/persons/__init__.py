"""Persons that no list knows: by titles, by parts of names, by what the text repeats."""
