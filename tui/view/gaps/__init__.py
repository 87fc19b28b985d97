"""Gaps of the timeline: going to one, and what stands in its sheet."""
