"""Sheets of the story desk."""
