"""Widgets: each draws a part of the `View` and posts messages about what the reader does."""
