"""Draws what a pasted report tells."""
