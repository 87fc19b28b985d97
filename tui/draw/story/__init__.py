"""Draws stories."""
