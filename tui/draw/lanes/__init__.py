"""Draws the histogram by actor or by place."""
