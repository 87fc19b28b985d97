"""Actors and places as a person lists and mends them."""
